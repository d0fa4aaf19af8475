/** Reads what a C header of the contract declares, with its comments. It knows their style and nothing else of C. */

/** A comment without its stars, as a text. */
const textOf = (comment) =>
  comment
    .replace(/^\/\*+|\*\/$/g, "")
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/, "").trimEnd())
    .join("\n")
    .trim();

const COMMENT = String.raw`\/\*\*(?:[^*]|\*(?!\/))*\*\/`;

/** Members of a struct or enum: their comments, and what they declare. */
function membersOf(body, separator) {
  const member = new RegExp(String.raw`(?:(${COMMENT})\s*)?([A-Za-z_][^${separator}\/]*?)${separator}`, "g");
  return [...body.matchAll(member)].map(([, comment, declaration]) => ({
    declaration: declaration.replace(/\s+/g, " ").trim(),
    doc: comment ? textOf(comment) : "",
  }));
}

/** Top-level declarations: `{ kind, name, doc, members | code }`. */
function declarationsOf(source) {
  const found = [];
  const add = (index, declaration) => found.push({ index, ...declaration });
  const take = (pattern, make) => {
    for (const match of source.matchAll(new RegExp(pattern, "gm"))) add(match.index, make(match));
  };
  const doc = (comment) => (comment ? textOf(comment) : "");
  take(String.raw`^(?:(${COMMENT})\n)?typedef struct \w+ \{\n([\s\S]*?)^\} (\w+);`, ([, comment, body, name]) => ({
    kind: "struct",
    name,
    doc: doc(comment),
    members: membersOf(body, ";"),
  }));
  take(String.raw`^(?:(${COMMENT})\n)?struct (\w+) \{\n([\s\S]*?)^\};`, ([, comment, name, body]) => ({
    kind: "struct",
    name,
    doc: doc(comment),
    members: membersOf(body, ";"),
  }));
  take(String.raw`^(?:(${COMMENT})\n)?enum (\w+) \{\n([\s\S]*?)^\};`, ([, comment, name, body]) => ({
    kind: "enum",
    name,
    doc: doc(comment),
    members: membersOf(body, ","),
  }));
  take(String.raw`^(${COMMENT})\ntypedef (\w+) (\w+);`, ([, comment, type, name]) => ({
    kind: "type",
    name,
    doc: doc(comment),
    code: `typedef ${type} ${name};`,
  }));
  take(
    String.raw`^(${COMMENT})\n((?:THIMBLE_EXPORT|static inline) [^;{]*?(\w+)\([^)]*\))`,
    ([, comment, code, name]) => ({
      kind: "function",
      name,
      doc: doc(comment),
      code: `${code.replace(/\s+/g, " ")};`,
    }),
  );
  take(
    String.raw`^(${COMMENT})\n#define (\w+)(\([^)]*\))?(?: ([^\n\\]+))?`,
    ([, comment, name, parameters = "", value = ""]) => ({
      kind: "macro",
      name,
      doc: doc(comment),
      code: `#define ${name}${parameters}${parameters === "" && value !== "" ? ` ${value}` : ""}`,
    }),
  );
  take(String.raw`^typedef (\w+_params) (\w+);`, ([code, of, name]) => ({ kind: "alias", name, of, doc: "", code }));
  return found.sort((a, b) => a.index - b.index);
}

/** A header: what it is for, and its declarations in their order. */
export function readHeader(source) {
  const [, about = ""] = /^(\/\*(?:[^*]|\*(?!\/))*\*\/)/.exec(source) ?? [];
  return { about: textOf(about), declarations: declarationsOf(source) };
}

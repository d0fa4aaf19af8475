import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import reference from "@thimble/kernels-reference";
import { readHeader } from "./read-header.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));

const read = (path) => readFileSync(join(root, path), "utf8");

const abi = dirname(createRequire(import.meta.url).resolve("@thimble/abi/package.json"));

/** A name without what words are joined with: `SignalRfft` and `signal_rfft` are one. */
const plain = (name) => name.toLowerCase().replaceAll("_", "");

const { declarations } = readHeader(readFileSync(join(abi, "include/thimble/params.h"), "utf8"));

/** Structs of parameters by their plain names. Some operators have those of another. */
const structs = new Map(
  declarations.map(({ name, of = name }) => [plain(name), declarations.find((each) => each.name === of)]),
);

const wordOf = (name) => name.toLowerCase();

/** The comment of an operator's definition, by its name. */
const comments = new Map(
  readdirSync(join(root, "packages/core/src/ops"))
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .flatMap((file) => {
      const text = read(`packages/core/src/ops/${file}`);
      const [, comment] = /\/\*\*((?:[^*]|\*(?!\/))*)\*\/\nexport const \w+: Operator/.exec(text) ?? [];
      const name = /\n {2}name: "([^"]+)"/.exec(text)?.[1];
      const doc = comment?.replace(/^\s*\* ?/gm, "").trim();
      return name && doc ? [[name, { doc, file }]] : [];
    }),
);

/** Rows of support.md by operator, and the titles of its packs. */
const support = (() => {
  const lines = read("docs/support.md")
    .split("\n")
    .filter((line) => line.startsWith("|"));
  const rows = new Map();
  let operator = "";
  for (const line of lines.slice(2)) {
    operator = /^\| `([^`]+)`/.exec(line)?.[1] ?? operator;
    rows.set(operator, [...(rows.get(operator) ?? []), line.replace(/^\|[^|]*\|/, "|")]);
  }
  return { title: lines[0].replace(/^\|[^|]*\|/, "|"), rows };
})();

/** Edges that an operator's cases cover, by file. */
function edgesOf(word) {
  const folder = join(root, "conformance/cases", word);
  if (!existsSync(folder)) return { count: 0, edges: [] };
  const cases = readdirSync(folder).flatMap((file) => readFileSync(join(folder, file), "utf8").trim().split("\n"));
  const edges = cases.flatMap((line) => JSON.parse(/"covers":(\[[^\]]*\])/.exec(line)?.[1] ?? "[]"));
  return { count: cases.length, edges: [...new Set(edges)].sort() };
}

const safe = (text) => text.replaceAll("<", "&lt;").replaceAll("{{", "&#123;&#123;");

function parametersOf(word) {
  const struct = structs.get(plain(`thimble_${word}_params`));
  if (!struct) return "It has no parameters.";
  const rows = struct.members.map(
    ({ declaration, doc }) => `| \`${declaration}\` | ${safe(doc.replace(/\s+/g, " "))} |`,
  );
  return [`\`${struct.name}\`, as C kernels get it:`, ["| field | |", "|---|---|", ...rows].join("\n")].join("\n\n");
}

/** Sources that have an operator's word in their names. */
const sourcesOf = (word, file) =>
  [
    file && `packages/core/src/ops/${file}`,
    ...["portable", "wasm-simd", "arm", "esp32", "xtensa"].map((vendor) => `vendors/${vendor}/kernels/${word}.c`),
    `conformance/cases/${word}`,
  ].filter((path) => path && existsSync(join(root, path)));

function page({ name, inputs, outputs, maxVersion }) {
  const word = wordOf(name);
  const { doc = "", file } = comments.get(name) ?? {};
  const { count, edges } = edgesOf(word);
  const list = (names) => (names.length === 0 ? "none" : names.map((each) => `\`${each}\``).join(", "));
  const parts = [
    `# ${name}`,
    safe(doc.replace(/\{@link ([^}]+)\}/g, "`$1`")),
    `Inputs: ${list(inputs)}. Outputs: ${list(outputs)}. Versions 1 to ${maxVersion}. \`?\` may be left out, \`...\` repeats.`,
    "## Parameters",
    parametersOf(word),
    "## Packs",
    [support.title, support.title.replace(/[^|]+/g, "---"), ...(support.rows.get(name) ?? [])].join("\n"),
    "## Cases",
    `${count} cases${edges.length > 0 ? `, at these edges: ${edges.join(", ")}` : ", recorded from TensorFlow Lite Micro"}.`,
    "## Sources",
    sourcesOf(word, file)
      .map((path) => `- [\`${path}\`](../../${path})`)
      .join("\n"),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** A page for each operator, and one that lists them: paths and texts. */
export function operatorPages() {
  const operators = [...new Map(reference.kernels.map(({ operator }) => [operator.name, operator])).values()];
  const names = operators.map(({ name }) => name).sort();
  const list = names.map((name) => `- [${name}](./${wordOf(name)}.md)`).join("\n");
  return [
    ["index.md", `# Operators, one by one\n\n${list}\n`],
    ...operators.map((operator) => [`${wordOf(operator.name)}.md`, page(operator)]),
  ];
}

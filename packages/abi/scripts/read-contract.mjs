/** Reads the contract out of the headers, through the compiler's syntax tree and its dump of record layouts. */
import { compile, everyHeader } from "./headers.mjs";

const isOurs = ({ name }) => /^thimble_/i.test(name ?? "");

const syntaxOnly = ["-std=c11", "-fsyntax-only"];

/** `{ thimble_tensor: { size, align, offsets: { data: 4, … } } }`. A nested struct's own fields are left out. */
function parseLayouts(dump) {
  const layouts = {};
  for (const record of dump.split("*** Dumping AST Record Layout").slice(1)) {
    const name = /\| struct (thimble_\w+)/.exec(record)?.[1];
    if (!name) continue;
    const [, size, align] = /\[sizeof=(\d+), align=(\d+)\]/.exec(record);
    const offsets = {};
    for (const [, offset, field] of record.matchAll(/^ *(\d+) \| {3}(?! ).*?(\w+)$/gm)) offsets[field] = Number(offset);
    layouts[name] = { size: Number(size), align: Number(align), offsets };
  }
  return layouts;
}

const fieldsOf = (record) => record.inner.filter(({ kind }) => kind === "FieldDecl");

function readStruct(record, layout) {
  const fields = fieldsOf(record).map(({ name, type }) => {
    const [, element, count] = /^(.*?)(?:\[(\d+)\])?$/.exec(type.qualType);
    return {
      name,
      type: element,
      count: count === undefined ? undefined : Number(count),
      offset: layout.offsets[name],
    };
  });
  return { name: record.name, size: layout.size, align: layout.align, fields };
}

const constantOf = (node) => node.value ?? node.inner?.map(constantOf).find((value) => value !== undefined);

const readEnum = ({ name, inner }) => ({
  name: name.replace(/_values$/, ""),
  values: inner
    .filter(({ kind }) => kind === "EnumConstantDecl")
    .map((constant) => ({ name: constant.name, value: Number(constantOf(constant)) })),
});

/** Object-like macros of ours, but for include guards and what only helps a compiler. */
const readMacros = (text) =>
  [...text.matchAll(/^#define (THIMBLE_\w+) (.+)$/gm)]
    .filter(([, name]) => !/_H$|^THIMBLE_EXPORT$/.test(name))
    .map(([, name, value]) => ({ name, value }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

/** Everything that the contract names: `{ macros, enums, structs, typedefs, functions }`. */
export async function readContract() {
  const { output: tree } = await compile(everyHeader, [...syntaxOnly, "-Xclang", "-ast-dump=json"]);
  const { output: dump } = await compile(everyHeader, [...syntaxOnly, "-Xclang", "-fdump-record-layouts-complete"]);
  const { output: macros } = await compile(everyHeader, ["-E", "-dM"]);
  const layouts = parseLayouts(dump);
  const nodes = JSON.parse(tree).inner.filter(isOurs);
  const of = (kind) => nodes.filter((node) => node.kind === kind);
  return {
    macros: readMacros(macros),
    enums: of("EnumDecl").map(readEnum),
    structs: of("RecordDecl")
      .filter(({ completeDefinition }) => completeDefinition)
      .map((record) => readStruct(record, layouts[record.name])),
    typedefs: of("TypedefDecl")
      .map(({ name, type }) => ({ name, type: type.qualType }))
      .filter(({ name, type }) => type !== `struct ${name}`),
    functions: of("FunctionDecl").map(({ name, type }) => ({ name, type: type.qualType })),
  };
}

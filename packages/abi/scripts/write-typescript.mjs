/** The contract as TypeScript: numbers, names of choices and layouts of structs. */

const camel = (name) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());

const SCALARS = {
  uint8_t: "uint8",
  uint16_t: "uint16",
  uint32_t: "uint32",
  int32_t: "int32",
  float: "float32",
  thimble_bool: "bool",
};

/** The type of a field in TypeScript's terms: a scalar, `pointer`, or the name of an enum or struct of the contract. */
const typeOf = (type) => SCALARS[type] ?? (/[*]/.test(type) ? "pointer" : type.replace(/^thimble_/, ""));

const short = (name) => camel(name.replace(/^thimble_/, ""));

const enumEntries = ({ name, values }) => {
  const prefix = `${name.toUpperCase().replace(/_FLAGS$|_STATUS$/, "")}_`;
  return values
    .map((entry) => `    ${entry.name.replace(prefix, "").replace(/^THIMBLE_/, "")}: ${entry.value},\n`)
    .join("");
};

const fieldEntry = ({ name, type, count, offset }) =>
  `      ${camel(name)}: [${offset}, "${camel(typeOf(type))}"${count === undefined ? "" : `, ${count}`}],\n`;

const structEntry = ({ name, size, fields }) =>
  `  ${short(name)}: {\n    size: ${size},\n    fields: {\n${fields.map(fieldEntry).join("")}    },\n  },\n`;

/** For each parameter struct's name, the struct that it is: operators share some. */
const paramsOf = ({ structs, typedefs }) =>
  [
    ...structs.map(({ name }) => ({ name, struct: name })),
    ...typedefs.map(({ name, type }) => ({ name, struct: type })),
  ]
    .filter(({ name }) => name.endsWith("_params"))
    .map(({ name, struct }) => ({ operator: name.replace(/^thimble_|_params$/g, ""), struct: short(struct) }))
    .sort((a, b) => (a.operator < b.operator ? -1 : 1));

const macroValue = (macros, name) => Number(macros.find((macro) => macro.name === name).value);

export function writeTypescript(contract) {
  const { macros, enums, structs } = contract;
  return `// Made from the headers by \`pnpm --filter @thimble/abi generate\`. Do not edit.

export const ABI_MAJOR = ${macroValue(macros, "THIMBLE_ABI_MAJOR")};
export const ABI_MINOR = ${macroValue(macros, "THIMBLE_ABI_MINOR")};
export const MAX_RANK = ${macroValue(macros, "THIMBLE_MAX_RANK")};

/** Numbers of the contract's choices, by enum and name. */
export const enums = {
${enums.map((entry) => `  ${short(entry.name)}: {\n${enumEntries(entry)}  },\n`).join("")}} as const;

/**
 * Size and fields of each struct for a target with pointers of 32 bits. A field is its offset in bytes, its type, and
 * for an array its number of elements.
 */
export const structs = {
${structs.map(structEntry).join("")}} as const;

/** The parameter struct of each operator that has one, by the operator's name in lower case with underscores. */
export const paramsOf = {
${paramsOf(contract)
  .map(({ operator, struct }) => `  ${operator}: "${struct}",\n`)
  .join("")}} as const;
`;
}

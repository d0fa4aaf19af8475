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

const fieldEntry = ({ name, type, count }) =>
  `    ${camel(name)}: "${camel(typeOf(type))}${count === undefined ? "" : `[${count}]`}",\n`;

const structEntry = ({ name, fields }) => `  ${short(name)}: {\n${fields.map(fieldEntry).join("")}  },\n`;

/** Names of operators whose parameter struct is another one's, with that. */
const sharedParams = ({ typedefs }) =>
  typedefs
    .filter(({ name }) => name.endsWith("_params"))
    .map(({ name, type }) => ({ operator: name.replace(/^thimble_|_params$/g, ""), struct: short(type) }))
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

/** The fields of each struct in their order, with their types: "int32[8]" is an array of eight. */
export const structs = {
${structs.map(structEntry).join("")}} as const;

/** The parameter struct of operators that have another one's, by the operator's name in lower case with underscores. */
export const sharedParams = {
${sharedParams(contract)
  .map(({ operator, struct }) => `  ${operator}: "${struct}",\n`)
  .join("")}} as const;
`;
}

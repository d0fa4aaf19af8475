/** The contract as a text whose differences a reviewer reads: every symbol, offset and value, one a line. */
export function writeGolden({ macros, enums, structs, typedefs, functions }) {
  const lines = ["# Made by `pnpm --filter @thimble/abi generate`. Within a major version, lines are only added.", ""];
  for (const { name, value } of macros) lines.push(`macro ${name} = ${value}`);
  for (const { name, values } of enums)
    for (const value of values) lines.push(`enum ${name} ${value.name} = ${value.value}`);
  for (const { name, type } of typedefs) lines.push(`typedef ${name} = ${type}`);
  for (const { name, type } of functions) lines.push(`function ${name}: ${type}`);
  for (const { name, size, align, fields } of structs) {
    lines.push(`struct ${name}: size ${size}, align ${align}`);
    for (const field of fields) {
      const array = field.count === undefined ? "" : `[${field.count}]`;
      lines.push(`field ${name}.${field.name} @ ${field.offset}: ${field.type}${array}`);
    }
  }
  return `${lines.join("\n")}\n`;
}

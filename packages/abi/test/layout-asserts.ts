import { structs } from "../src/index.ts";

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The C name of a struct: `conv2dParams` is `thimble_conv_2d_params`. */
const cName = (name: string): string => `thimble_${snake(name).replace(/([a-z])(\d)d/g, "$1_$2d")}`;

/** A C source that does not compile unless every struct has the layout that TypeScript believes it has. */
export function layoutAsserts(): string {
  const lines: string[] = [];
  for (const [name, { size, fields }] of Object.entries(structs)) {
    const struct = cName(name);
    lines.push(`THIMBLE_STATIC_ASSERT(sizeof(${struct}) == ${size}, "size of ${struct}");`);
    for (const [field, [offset]] of Object.entries(fields as Record<string, readonly [number, string]>))
      lines.push(`THIMBLE_STATIC_ASSERT(offsetof(${struct}, ${snake(field)}) == ${offset}, "${struct}.${field}");`);
  }
  return `${lines.join("\n")}\n`;
}

/** A C source that exports every size and offset, in the order of TypeScript's list, as one table. */
export function layoutProbe(): string {
  const values = Object.entries(structs).flatMap(([name, { fields }]) => [
    `sizeof(${cName(name)})`,
    ...Object.keys(fields).map((field) => `offsetof(${cName(name)}, ${snake(field)})`),
  ]);
  return [
    `static const unsigned table[] = {${values.join(", ")}};`,
    "THIMBLE_EXPORT const unsigned *layout_table(void) { return table; }",
    "",
  ].join("\n");
}

/** What the probe's table has to hold. */
export const expectedLayout: readonly number[] = Object.values(structs).flatMap(({ size, fields }) => [
  size,
  ...Object.values(fields as Record<string, readonly [number, string]>).map(([offset]) => offset),
]);

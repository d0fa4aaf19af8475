import { offsetOf, type StructName, sizeOf, structs } from "../src/index.ts";

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The C name of a struct: `conv2dParams` is `thimble_conv_2d_params`. */
const cName = (name: string): string => `thimble_${snake(name).replace(/([a-z])(\d)d/g, "$1_$2d")}`;

const names = Object.keys(structs) as StructName[];

const fieldsOf = (name: StructName): readonly string[] => Object.keys(structs[name]);

const offset = (name: StructName, field: string): number => offsetOf(name, field as never);

/** A C source that does not compile unless every struct has the layout that TypeScript believes it has. */
export function layoutAsserts(): string {
  const lines: string[] = [];
  for (const name of names) {
    const struct = cName(name);
    lines.push(`THIMBLE_STATIC_ASSERT(sizeof(${struct}) == ${sizeOf(name)}, "size of ${struct}");`);
    for (const field of fieldsOf(name)) {
      const where = `offsetof(${struct}, ${snake(field)})`;
      lines.push(`THIMBLE_STATIC_ASSERT(${where} == ${offset(name, field)}, "${struct}.${field}");`);
    }
  }
  return `${lines.join("\n")}\n`;
}

/** A C source that exports every size and offset, in the order of TypeScript's list, as one table. */
export function layoutProbe(): string {
  const values = names.flatMap((name) => [
    `sizeof(${cName(name)})`,
    ...fieldsOf(name).map((field) => `offsetof(${cName(name)}, ${snake(field)})`),
  ]);
  return [
    `static const unsigned table[] = {${values.join(", ")}};`,
    "THIMBLE_EXPORT const unsigned *layout_table(void) { return table; }",
    "",
  ].join("\n");
}

/** What the probe's table has to hold. */
export const expectedLayout: readonly number[] = names.flatMap((name) => [
  sizeOf(name),
  ...fieldsOf(name).map((field) => offset(name, field)),
]);

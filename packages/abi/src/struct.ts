import { enums, structs } from "./generated/contract.ts";

/** A struct of the contract: `"convParams"` is `thimble_conv_params`. */
export type StructName = keyof typeof structs;

/** A field's offset, its type, and the elements of an array. */
type FieldEntry = readonly [offset: number, type: string, count?: number];

interface Layout {
  readonly size: number;
  readonly fields: Readonly<Record<string, FieldEntry>>;
}

/**
 * Fields by name in camel case: a number, the name of a choice (`"RELU6"`), a struct's fields, or a list of those for an
 * array. Fields that are left out stay as they are.
 */
export type FieldValues = { readonly [name: string]: unknown };

/** How a type is read and written. */
interface Codec {
  readonly bytes: number;
  readonly read: (view: DataView, address: number) => number;
  readonly write: (view: DataView, address: number, value: unknown) => void;
}

const uint8: Codec = {
  bytes: 1,
  read: (view, address) => view.getUint8(address),
  write: (view, address, value) => view.setUint8(address, Number(value)),
};

const uint16: Codec = {
  bytes: 2,
  read: (view, address) => view.getUint16(address, true),
  write: (view, address, value) => view.setUint16(address, Number(value), true),
};

const uint32: Codec = {
  bytes: 4,
  read: (view, address) => view.getUint32(address, true),
  write: (view, address, value) => view.setUint32(address, Number(value), true),
};

const int32: Codec = {
  bytes: 4,
  read: (view, address) => view.getInt32(address, true),
  write: (view, address, value) => view.setInt32(address, Number(value), true),
};

const float32: Codec = {
  bytes: 4,
  read: (view, address) => view.getFloat32(address, true),
  write: (view, address, value) => view.setFloat32(address, Number(value), true),
};

const scalars: ReadonlyMap<string, Codec> = new Map(
  Object.entries({ uint8, bool: uint8, uint16, uint32, int32, float32, pointer: uint32 }),
);

const layoutOf = (name: string): Layout | undefined => (structs as Readonly<Record<string, Layout>>)[name];

/** Bytes of a struct. */
export const sizeOf = (name: StructName): number => structs[name].size;

/** Where a field lies in its struct. */
export const offsetOf = <S extends StructName>(name: S, field: keyof (typeof structs)[S]["fields"]): number =>
  (structs[name].fields as Readonly<Record<PropertyKey, FieldEntry>>)[field]![0];

/** Choices are spelled as in the model's format: `int8` or `RELU6`. */
const numberOf = (type: string, name: string): number =>
  (enums as Readonly<Record<string, Readonly<Record<string, number>>>>)[type]![name.toUpperCase()]!;

const choice = (type: string): Codec => ({
  ...int32,
  write: (view, address, value) =>
    int32.write(view, address, typeof value === "string" ? numberOf(type, value) : value),
});

const nested = (type: StructName): Codec => ({
  bytes: sizeOf(type),
  read: int32.read,
  write: (view, address, value) => writeFields(view, address, type, value as FieldValues),
});

const codecOf = (type: string): Codec =>
  scalars.get(type) ?? (layoutOf(type) ? nested(type as StructName) : choice(type));

interface Field extends Codec {
  readonly name: string;
  readonly offset: number;
  readonly count: number;
}

/** The fields of every struct that was used so far. */
const fieldLists = new Map<StructName, readonly Field[]>();

function fieldsOf(struct: StructName): readonly Field[] {
  const known = fieldLists.get(struct);
  if (known) return known;
  const entries = Object.entries(layoutOf(struct)!.fields);
  const fields = entries.map(([name, [offset, type, count = 1]]) => ({ ...codecOf(type), name, offset, count }));
  fieldLists.set(struct, fields);
  return fields;
}

function writeFields(view: DataView, address: number, struct: StructName, values: FieldValues): void {
  for (const { name, offset, count, bytes, write } of fieldsOf(struct)) {
    const value = values[name];
    if (value === undefined) continue;
    if (!Array.isArray(value)) write(view, address + offset, value);
    else
      value.slice(0, count).forEach((element, i) => {
        write(view, address + offset + i * bytes, element);
      });
  }
}

/** Writes fields of a struct, and its `struct_size` if it has one. Other bytes stay as they are. */
export function writeStruct(view: DataView, address: number, name: StructName, values: FieldValues): void {
  const { structSize } = layoutOf(name)!.fields;
  if (structSize) codecOf(structSize[1]).write(view, address + structSize[0], sizeOf(name));
  writeFields(view, address, name, values);
}

/** The numbers in a struct's fields. */
export type StructNumbers<S extends StructName> = Readonly<Record<keyof (typeof structs)[S]["fields"], number>>;

/**
 * Reads a struct without nested ones. Fields behind its own `struct_size` read as 0: who wrote it did not know them.
 *
 * @throws RangeError when the struct reaches beyond the view.
 */
export function readStruct<S extends StructName>(view: DataView, address: number, name: S): StructNumbers<S> {
  const layout = layoutOf(name)!;
  const { structSize } = layout.fields;
  const known = structSize ? codecOf(structSize[1]).read(view, address + structSize[0]) : layout.size;
  const numbers: Record<string, number> = {};
  for (const { name: key, offset, bytes, read } of fieldsOf(name))
    numbers[key] = offset + bytes <= known ? read(view, address + offset) : 0;
  return numbers as StructNumbers<S>;
}

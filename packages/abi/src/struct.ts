import { enums, structs } from "./generated/contract.ts";

/** A struct of the contract: `"convParams"` is `thimble_conv_params`. */
export type StructName = keyof typeof structs;

/** A field's offset, its type, and the elements of an array. */
type Field = readonly [offset: number, type: string, count?: number];

interface Layout {
  readonly size: number;
  readonly fields: Readonly<Record<string, Field>>;
}

/**
 * Fields by name in camel case: a number, the name of a choice (`"RELU6"`), a struct's fields, or a list of those for an
 * array. Fields that are left out stay as they are.
 */
export type FieldValues = { readonly [name: string]: unknown };

type Scalar = "uint8" | "uint16" | "uint32" | "int32" | "float32" | "bool" | "pointer";

const SCALAR_BYTES: Readonly<Record<Scalar, number>> = {
  uint8: 1,
  bool: 1,
  uint16: 2,
  uint32: 4,
  int32: 4,
  float32: 4,
  pointer: 4,
};

const layoutOf = (name: string): Layout | undefined => (structs as Readonly<Record<string, Layout>>)[name];

const isScalar = (type: string): type is Scalar => type in SCALAR_BYTES;

const isStruct = (name: string): name is StructName => layoutOf(name) !== undefined;

/** Bytes of a struct. */
export const sizeOf = (name: StructName): number => structs[name].size;

/** Where a field lies in its struct. */
export const offsetOf = <S extends StructName>(name: S, field: keyof (typeof structs)[S]["fields"]): number =>
  (structs[name].fields as Readonly<Record<PropertyKey, Field>>)[field]![0];

const bytesOf = (type: string): number => (isScalar(type) ? SCALAR_BYTES[type] : (layoutOf(type)?.size ?? 4));

/** Choices are spelled as in the model's format: `int8` or `RELU6`. */
const numberOf = (type: string, name: string): number =>
  (enums as Readonly<Record<string, Readonly<Record<string, number>>>>)[type]![name.toUpperCase()]!;

type Write = (view: DataView, address: number, value: number) => void;

const writers: Readonly<Record<Scalar, Write>> = {
  uint8: (view, address, value) => view.setUint8(address, value),
  bool: (view, address, value) => view.setUint8(address, value),
  uint16: (view, address, value) => view.setUint16(address, value, true),
  uint32: (view, address, value) => view.setUint32(address, value, true),
  int32: (view, address, value) => view.setInt32(address, value, true),
  float32: (view, address, value) => view.setFloat32(address, value, true),
  pointer: (view, address, value) => view.setUint32(address, value, true),
};

type Read = (view: DataView, address: number) => number;

const readers: Readonly<Record<Scalar, Read>> = {
  uint8: (view, address) => view.getUint8(address),
  bool: (view, address) => view.getUint8(address),
  uint16: (view, address) => view.getUint16(address, true),
  uint32: (view, address) => view.getUint32(address, true),
  int32: (view, address) => view.getInt32(address, true),
  float32: (view, address) => view.getFloat32(address, true),
  pointer: (view, address) => view.getUint32(address, true),
};

function writeValue(view: DataView, address: number, type: string, value: unknown): void {
  if (isScalar(type)) writers[type](view, address, Number(value));
  else if (isStruct(type)) writeFields(view, address, type, value as FieldValues);
  else view.setInt32(address, typeof value === "string" ? numberOf(type, value) : Number(value), true);
}

/** Fields by name, of every struct that was used so far: a list is quicker to go through than a record. */
const fieldLists = new Map<StructName, readonly (readonly [name: string, field: Field])[]>();

function fieldsOf(name: StructName): readonly (readonly [name: string, field: Field])[] {
  const known = fieldLists.get(name) ?? Object.entries(layoutOf(name)!.fields);
  fieldLists.set(name, known);
  return known;
}

function writeFields(view: DataView, address: number, name: StructName, values: FieldValues): void {
  for (const [key, [offset, type, count = 1]] of fieldsOf(name)) {
    const value = values[key];
    if (value === undefined) continue;
    if (Array.isArray(value)) writeElements(view, address + offset, type, value.slice(0, count));
    else writeValue(view, address + offset, type, value);
  }
}

function writeElements(view: DataView, address: number, type: string, elements: readonly unknown[]): void {
  const size = bytesOf(type);
  elements.forEach((element, i) => {
    writeValue(view, address + i * size, type, element);
  });
}

/** Writes fields of a struct, and its `struct_size` if it has one. Other bytes stay as they are. */
export function writeStruct(view: DataView, address: number, name: StructName, values: FieldValues): void {
  const { structSize } = layoutOf(name)!.fields;
  if (structSize) writeValue(view, address + structSize[0], structSize[1], sizeOf(name));
  writeFields(view, address, name, values);
}

const readNumber = (view: DataView, address: number, type: string): number =>
  (isScalar(type) ? readers[type] : readers.int32)(view, address);

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
  const known = structSize ? readNumber(view, address, structSize[1]) : layout.size;
  const numbers: Record<string, number> = {};
  for (const [key, [offset, type]] of fieldsOf(name))
    numbers[key] = offset + bytesOf(type) <= known ? readNumber(view, address + offset, type) : 0;
  return numbers as StructNumbers<S>;
}

import { enums, structs } from "./generated/contract.ts";

/** A struct of the contract: `"convParams"` is `thimble_conv_params`. */
export type StructName = keyof typeof structs;

/**
 * Fields by name in camel case: a number, the name of a choice (`"RELU6"`), a struct's fields, or a list of those for an
 * array. Fields that are left out stay as they are.
 */
export type FieldValues = { readonly [name: string]: unknown };

/** How a type is laid out, read and written. */
interface Codec {
  readonly bytes: number;
  readonly alignment: number;
  readonly read: (view: DataView, address: number) => number;
  readonly write: (view: DataView, address: number, value: unknown) => void;
}

const scalar = (bytes: number, read: Codec["read"], write: Codec["write"]): Codec => ({
  bytes,
  alignment: bytes,
  read,
  write,
});

const uint8 = scalar(
  1,
  (view, address) => view.getUint8(address),
  (view, address, value) => view.setUint8(address, Number(value)),
);

const uint16 = scalar(
  2,
  (view, address) => view.getUint16(address, true),
  (view, address, value) => view.setUint16(address, Number(value), true),
);

const uint32 = scalar(
  4,
  (view, address) => view.getUint32(address, true),
  (view, address, value) => view.setUint32(address, Number(value), true),
);

const int32 = scalar(
  4,
  (view, address) => view.getInt32(address, true),
  (view, address, value) => view.setInt32(address, Number(value), true),
);

const float32 = scalar(
  4,
  (view, address) => view.getFloat32(address, true),
  (view, address, value) => view.setFloat32(address, Number(value), true),
);

const scalars: ReadonlyMap<string, Codec> = new Map(
  Object.entries({ uint8, bool: uint8, uint16, uint32, int32, float32, pointer: uint32 }),
);

interface Field extends Codec {
  readonly offset: number;
  /** Elements of an array. */
  readonly count: number;
}

interface Layout {
  readonly bytes: number;
  readonly alignment: number;
  readonly fields: ReadonlyMap<string, Field>;
}

/** The layouts of every struct that was used so far. */
const layouts = new Map<StructName, Layout>();

function layoutOf(struct: StructName): Layout {
  const known = layouts.get(struct);
  if (known) return known;
  const layout = layOut(structs[struct]);
  layouts.set(struct, layout);
  return layout;
}

const roundUp = (bytes: number, alignment: number): number => Math.ceil(bytes / alignment) * alignment;

/** C's rule: each field at the next multiple of its alignment, the size a multiple of the greatest one. */
function layOut(declared: Readonly<Record<string, string>>): Layout {
  const fields = new Map<string, Field>();
  let [end, alignment] = [0, 1];
  for (const [name, type] of Object.entries(declared)) {
    const [element, count] = type.split(/[[\]]/);
    const codec = codecOf(element!);
    const field = { ...codec, offset: roundUp(end, codec.alignment), count: Number(count ?? 1) };
    fields.set(name, field);
    end = field.offset + field.count * codec.bytes;
    alignment = Math.max(alignment, codec.alignment);
  }
  return { bytes: roundUp(end, alignment), alignment, fields };
}

/** Bytes of a struct. */
export const sizeOf = (name: StructName): number => layoutOf(name).bytes;

/** Where a field lies in its struct. */
export const offsetOf = <S extends StructName>(name: S, field: keyof (typeof structs)[S]): number =>
  layoutOf(name).fields.get(field as string)!.offset;

/** Choices are spelled as in the model's format: `int8` or `RELU6`. */
const numberOf = (type: string, name: string): number =>
  (enums as Readonly<Record<string, Readonly<Record<string, number>>>>)[type]![name.toUpperCase()]!;

const choice = (type: string): Codec => ({
  ...int32,
  write: (view, address, value) =>
    int32.write(view, address, typeof value === "string" ? numberOf(type, value) : value),
});

const nested = (type: StructName): Codec => ({
  ...layoutOf(type),
  read: int32.read,
  write: (view, address, value) => writeFields(view, address, type, value as FieldValues),
});

const codecOf = (type: string): Codec =>
  scalars.get(type) ?? (type in structs ? nested(type as StructName) : choice(type));

function writeFields(view: DataView, address: number, struct: StructName, values: FieldValues): void {
  layoutOf(struct).fields.forEach(({ offset, count, bytes, write }, name) => {
    const value = values[name];
    if (value === undefined) return;
    if (!Array.isArray(value)) write(view, address + offset, value);
    else
      value.slice(0, count).forEach((element, i) => {
        write(view, address + offset + i * bytes, element);
      });
  });
}

/** Writes fields of a struct, and its `struct_size` if it has one. Other bytes stay as they are. */
export function writeStruct(view: DataView, address: number, name: StructName, values: FieldValues): void {
  const { bytes, fields } = layoutOf(name);
  const structSize = fields.get("structSize");
  structSize?.write(view, address + structSize.offset, bytes);
  writeFields(view, address, name, values);
}

/** The numbers in a struct's fields. */
export type StructNumbers<S extends StructName> = Readonly<Record<keyof (typeof structs)[S], number>>;

/**
 * Reads a struct without nested ones. Fields behind its own `struct_size` read as 0: who wrote it did not know them.
 *
 * @throws RangeError when the struct reaches beyond the view.
 */
export function readStruct<S extends StructName>(view: DataView, address: number, name: S): StructNumbers<S> {
  const layout = layoutOf(name);
  const structSize = layout.fields.get("structSize");
  const known = structSize ? structSize.read(view, address + structSize.offset) : layout.bytes;
  const numbers: Record<string, number> = {};
  layout.fields.forEach(({ offset, bytes, read }, key) => {
    numbers[key] = offset + bytes <= known ? read(view, address + offset) : 0;
  });
  return numbers as StructNumbers<S>;
}

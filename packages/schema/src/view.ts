import { type Field, fieldsOf, type Kind } from "./fields.ts";
import { byteVector, type FlatFile, fieldPosition, follow } from "./flat-file.ts";
import { enums } from "./tables/enums.ts";
import { scalars } from "./tables/scalars.ts";
import { type TableName, type UnionName, unions } from "./tables/schema.ts";
import type { View } from "./types.ts";
import { decodeUtf8 } from "./utf8.ts";

interface Origin {
  readonly file: FlatFile;
  readonly at: number;
}

const origins = new WeakMap<object, Origin>();
const prototypes = new Map<TableName, object>();

/**
 * A view of the table at a position of a verified file. A field is read when it is first asked for and kept; what a
 * table does not have reads as the schema's default, an absent string, byte array or vector as an empty one, an absent
 * table or union as `undefined`. Byte arrays share the file's memory.
 */
export function viewTable<N extends TableName>(name: N, file: FlatFile, at: number): View<N> {
  const view = Object.create(prototypeOf(name)) as View<N>;
  origins.set(view, { file, at });
  return view;
}

/** Whether a value is a view of a table. */
export function isView(value: object): boolean {
  return origins.has(value);
}

/** The bytes of the whole file a view reads from. */
export function fileBytes(view: object): Uint8Array {
  return originOf(view).file.bytes;
}

function originOf(view: object): Origin {
  const origin = origins.get(view);
  if (origin === undefined) throw new TypeError("not a view of a model's table: it was copied, or built by hand");
  return origin;
}

function prototypeOf(name: TableName): object {
  let prototype = prototypes.get(name);
  if (prototype === undefined) {
    prototype = {};
    for (const field of fieldsOf(name)) defineField(prototype, field);
    prototypes.set(name, prototype);
  }
  return prototype;
}

function defineField(prototype: object, field: Field): void {
  Object.defineProperty(prototype, field.key, {
    enumerable: true,
    get(this: object) {
      const { file, at } = originOf(this);
      const value = readField(file, at, field);
      Object.defineProperty(this, field.key, { value, enumerable: true });
      return value;
    },
  });
}

function readField(file: FlatFile, table: number, field: Field): unknown {
  const at = fieldPosition(file, table, field.slot);
  if (at === 0) return field.absent;
  if (field.of.kind === "union") return readUnion(file, table, field.slot, field.of.name);
  return field.vector ? readVector(file, follow(file, at), field) : readValue(file, at, field.of);
}

function readVector(file: FlatFile, at: number, field: Field): readonly unknown[] {
  const length = file.data.getUint32(at, true);
  const values: unknown[] = [];
  for (let i = 0; i < length; i++) values.push(readValue(file, at + 4 + i * field.size, field.of));
  return values;
}

function readUnion(file: FlatFile, table: number, slot: number, name: UnionName): unknown {
  const tag = file.data.getUint8(fieldPosition(file, table, slot));
  if (tag === 0) return undefined;
  const type = Object.keys(unions[name])[tag - 1] as TableName;
  return { type, value: viewTable(type, file, follow(file, fieldPosition(file, table, slot + 1))) };
}

function readValue(file: FlatFile, at: number, of: Kind): unknown {
  switch (of.kind) {
    case "scalar":
      return scalars[of.name].read(file.data, at);
    case "enum":
      return enums[of.name][scalars[of.storage].read(file.data, at) as number];
    case "string":
      return decodeUtf8(byteVector(file, follow(file, at)));
    case "bytes":
      return byteVector(file, follow(file, at));
    case "table":
      return viewTable(of.name, file, follow(file, at));
    case "union":
      throw new TypeError("the schema has no vectors of unions");
  }
}

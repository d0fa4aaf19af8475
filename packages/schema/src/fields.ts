import { type EnumName, enumStorage, enums } from "./tables/enums.ts";
import { type ScalarName, scalars } from "./tables/scalars.ts";
import { type TableName, tables, type UnionName, unions } from "./tables/schema.ts";

/** What a field, or an element of a vector, is. */
export type Kind =
  | { readonly kind: "scalar"; readonly name: ScalarName }
  | { readonly kind: "enum"; readonly name: EnumName; readonly storage: ScalarName }
  | { readonly kind: "string" }
  | { readonly kind: "bytes"; readonly align: number }
  | { readonly kind: "table"; readonly name: TableName }
  | { readonly kind: "union"; readonly name: UnionName };

/** A field of a table, as its descriptor says. */
export interface Field {
  readonly key: string;
  /** The index of its entry in the vtable; a union's type is here, its value in the entry after it. */
  readonly slot: number;
  readonly of: Kind;
  readonly vector: boolean;
  /** Bytes a value takes in its table or vector, where it is a number itself or the offset of something. */
  readonly size: number;
  /** What it reads as when the table does not have it. */
  readonly absent: unknown;
}

const compiled = new Map<TableName, readonly Field[]>();

/** The fields of a table in slot order, without the deprecated ones. */
export function fieldsOf(name: TableName): readonly Field[] {
  let fields = compiled.get(name);
  if (fields === undefined) {
    fields = compile(name);
    compiled.set(name, fields);
  }
  return fields;
}

function compile(name: TableName): readonly Field[] {
  const fields: Field[] = [];
  let slot = 0;
  for (const [key, descriptor] of Object.entries(tables[name])) {
    const field = descriptor === "deprecated" ? undefined : parseField(key, slot, descriptor);
    if (field) fields.push(field);
    slot += field?.of.kind === "union" ? 2 : 1;
  }
  return fields;
}

function parseField(key: string, slot: number, descriptor: string): Field {
  const [type = "", written] = descriptor.split(" = ");
  const vector = type.startsWith("[");
  const of = parseKind(type.replace(/[[\]?]/g, ""));
  const absent = vector ? Object.freeze([]) : absentValue(of, written);
  return { key, slot, of, vector, size: sizeInPlace(of), absent };
}

function parseKind(name: string): Kind {
  if (name in scalars) return { kind: "scalar", name: name as ScalarName };
  if (name in enums) return { kind: "enum", name: name as EnumName, storage: enumStorage(name as EnumName) };
  if (name in unions) return { kind: "union", name: name as UnionName };
  if (name === "string") return { kind: "string" };
  if (name === "bytes" || name === "bytes16") return { kind: "bytes", align: name === "bytes" ? 1 : 16 };
  return { kind: "table", name: name as TableName };
}

function sizeInPlace(of: Kind): number {
  if (of.kind === "scalar") return scalars[of.name].size;
  return of.kind === "enum" ? scalars[of.storage].size : 4;
}

function absentValue(of: Kind, written: string | undefined): unknown {
  if (of.kind === "string") return "";
  if (of.kind === "bytes") return new Uint8Array(0);
  if (of.kind === "enum") return written ?? enums[of.name][0];
  if (of.kind !== "scalar") return undefined;
  if (of.name === "bool") return written === "true";
  return of.name === "bigint64" ? 0n : Number(written ?? 0);
}

/** Whether a value reads the same as when the table does not have the field: its default, or empty. */
export function isAbsent(field: Field, value: unknown): boolean {
  if (field.vector || field.of.kind === "bytes") return (value as ArrayLike<unknown>).length === 0;
  return Object.is(value, field.absent);
}

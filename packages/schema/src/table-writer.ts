import type { Builder } from "flatbuffers";
import { checkObject, checkValue, checkVector, unwritable } from "./description-checks.ts";
import { type Field, fieldsOf, isAbsent, type Kind } from "./fields.ts";
import { addStored, type StoredKind, type StoredScalar } from "./stored-scalars.ts";
import { enums } from "./tables/enums.ts";
import { type TableName, type UnionName, unions } from "./tables/schema.ts";

/** A field as its table stores it. */
interface StoredField {
  readonly slot: number;
  readonly kind: StoredKind;
  readonly size: number;
  readonly value: StoredScalar;
}

const offsetSize = 4;

/** Writes descriptions of tables with a builder, each after everything it refers to. */
export class TableWriter {
  readonly #builder: Builder;

  constructor(builder: Builder) {
    this.#builder = builder;
  }

  /** Writes a table and everything under it, without the fields that have their default, and gives its offset. */
  table(name: TableName, description: unknown, where: string): number {
    const fields = fieldsOf(name);
    const keys = fields.map(({ key }) => key);
    const values = checkObject(description, keys, where);
    const stored = fields.flatMap((field) => {
      const value = values[field.key];
      return value === undefined ? [] : this.#field(field, value, where ? `${where}.${field.key}` : field.key);
    });
    // The largest first needs the least padding; the sort is stable, so that equal descriptions give equal bytes.
    stored.sort((a, b) => b.size - a.size);
    this.#builder.startObject(Math.max(0, ...stored.map(({ slot }) => slot + 1)));
    for (const { kind, value, slot } of stored) {
      addStored[kind](this.#builder, value);
      this.#builder.slot(slot);
    }
    return this.#builder.endObject();
  }

  #field(field: Field, value: unknown, where: string): readonly StoredField[] {
    const { slot, of, vector } = field;
    if (of.kind === "union") return this.#union(slot, of.name, value, where);
    if (vector) checkVector(value, where);
    else checkValue(of, value, where);
    if (isAbsent(field, value)) return [];
    if (vector) return [storedOffset(slot, this.#vector(field, value as readonly unknown[], where))];
    return [{ slot, kind: storageOf(of), size: field.size, value: this.#value(of, value, where) }];
  }

  #union(slot: number, name: UnionName, description: unknown, where: string): readonly StoredField[] {
    const { type, value = {} } = checkObject(description, ["type", "value"], where);
    const index = Object.keys(unions[name]).indexOf(type as string);
    if (index < 0) throw unwritable(`${where}.type`, `'${type}' is not a member of ${name}`);
    const offset = this.table(type as TableName, value, `${where}.value`);
    return [{ slot, kind: "uint8", size: 1, value: index + 1 }, storedOffset(slot + 1, offset)];
  }

  #vector(field: Field, elements: readonly unknown[], where: string): number {
    const { of, size } = field;
    const stored = elements.map((element, i) => {
      checkValue(of, element, `${where}[${i}]`);
      return this.#value(of, element, `${where}[${i}]`);
    });
    this.#builder.startVector(size, stored.length, size);
    const add = addStored[storageOf(of)];
    for (const value of stored.reverse()) add(this.#builder, value);
    return this.#builder.endVector();
  }

  /** The checked value as it is stored in place, with what it refers to written before. */
  #value(of: Kind, value: unknown, where: string): StoredScalar {
    switch (of.kind) {
      case "scalar":
        return typeof value === "boolean" ? Number(value) : (value as StoredScalar);
      case "enum":
        return (enums[of.name] as readonly unknown[]).indexOf(value);
      case "string":
        return this.#builder.createString(value as string);
      case "bytes":
        return this.#bytes(value as Uint8Array, of.align);
      case "table":
        return this.table(of.name, value, where);
      case "union":
        throw new TypeError("the schema has no vectors of unions");
    }
  }

  #bytes(bytes: Uint8Array, align: number): number {
    // createByteVector takes no alignment, so that the padding is put before: nothing is left for it to add.
    this.#builder.startVector(1, bytes.length, align);
    return this.#builder.createByteVector(bytes);
  }
}

function storedOffset(slot: number, value: number): StoredField {
  return { slot, kind: "offset", size: offsetSize, value };
}

function storageOf(of: Kind): StoredKind {
  if (of.kind === "scalar") return of.name;
  return of.kind === "enum" ? of.storage : "offset";
}

import { Bounds } from "./bounds.ts";
import { invalid } from "./checks.ts";
import { type Field, fieldsOf, type Kind } from "./fields.ts";
import { type FlatFile, fieldPosition } from "./flat-file.ts";
import { enums } from "./tables/enums.ts";
import { type ScalarName, scalars } from "./tables/scalars.ts";
import { type TableName, type UnionName, unions } from "./tables/schema.ts";

const offsetSize = 4;

/**
 * Checks everything a view relies on: that each table, vector and string reached from the root lies in the file, that
 * each union is whole, and that each enum and 64-bit integer has a value that can be read. The recursion is as deep as
 * the schema, in which no table contains itself.
 *
 * @param where the path of the root, if the file is part of another
 * @throws ThimbleError with the path of the first thing that is wrong.
 */
export function verifyLayout(file: FlatFile, root: TableName = "Model", where = ""): void {
  new LayoutVerifier(file).table(root, 0, where);
}

class LayoutVerifier {
  readonly #file: FlatFile;
  readonly #bounds: Bounds;

  constructor(file: FlatFile) {
    this.#file = file;
    this.#bounds = new Bounds(file);
  }

  /** Checks the table that the offset at a position points to. */
  table(name: TableName, offsetAt: number, where: string): void {
    const at = this.#bounds.follow(offsetAt, 4, where);
    const inline = this.#inlineSize(at, where);
    this.#bounds.within(at, inline, where);
    for (const field of fieldsOf(name)) this.#field(at, inline, field, where ? `${where}.${field.key}` : field.key);
  }

  /** The bytes a table takes in place, as its vtable says, once the vtable itself is checked. */
  #inlineSize(at: number, where: string): number {
    const { data } = this.#file;
    const vtable = at - data.getInt32(at, true);
    if (vtable < 0 || vtable % 2 !== 0)
      throw invalid(where, `its vtable is at byte ${vtable}, not an even place in the file`);
    this.#bounds.within(vtable, 4, where);
    const size = data.getUint16(vtable, true);
    const inline = data.getUint16(vtable + 2, true);
    if (size < 4 || size % 2 !== 0) throw invalid(where, `its vtable has ${size} bytes, not an even number from 4 up`);
    if (inline < 4) throw invalid(where, `its vtable gives it ${inline} bytes, a table has at least 4`);
    this.#bounds.within(vtable, size, where);
    return inline;
  }

  #field(table: number, inline: number, field: Field, where: string): void {
    if (field.of.kind === "union") {
      this.#union(table, inline, field.slot, field.of.name, where);
      return;
    }
    const at = this.#position(table, inline, field.slot, field.vector ? offsetSize : field.size, where);
    if (at === 0) return;
    if (field.vector) this.#vector(at, field, where);
    else this.#value(at, field.of, where);
  }

  /** The position of a field that fits into its table, or 0 when the table does not have it. */
  #position(table: number, inline: number, slot: number, size: number, where: string): number {
    const at = fieldPosition(this.#file, table, slot);
    const offset = at - table;
    if (at !== 0 && (offset < 4 || offset + size > inline)) {
      throw invalid(where, `its vtable puts it at bytes ${offset} to ${offset + size} of a table of ${inline} bytes`);
    }
    return at;
  }

  #union(table: number, inline: number, slot: number, name: UnionName, where: string): void {
    const typeAt = this.#position(table, inline, slot, 1, where);
    const valueAt = this.#position(table, inline, slot + 1, offsetSize, where);
    const tag = typeAt === 0 ? 0 : this.#file.data.getUint8(typeAt);
    if (tag === 0) {
      if (valueAt !== 0) throw invalid(where, "the union has a value but no type");
      return;
    }
    const members = Object.keys(unions[name]);
    const member = members[tag - 1];
    if (member === undefined)
      throw invalid(where, `type ${tag} of ${name} is not known, the last is ${members.length}`);
    if (valueAt === 0) throw invalid(where, `the union has the type ${member} but no value`);
    this.table(member as TableName, valueAt, where);
  }

  #vector(offsetAt: number, field: Field, where: string): void {
    const at = this.#bounds.follow(offsetAt, 4, where);
    const length = this.#file.data.getUint32(at, true);
    this.#bounds.within(at + 4, length * field.size, where);
    if (field.of.kind === "scalar") this.#scalars(at + 4, length, field.of.name, where);
    else for (let i = 0; i < length; i++) this.#value(at + 4 + i * field.size, field.of, `${where}[${i}]`);
  }

  /** Elements are named only when one is wrong: there are thousands of them. */
  #scalars(at: number, length: number, name: ScalarName, where: string): void {
    if (!isRestricted(name)) return;
    const { size, read } = scalars[name];
    for (let i = 0; i < length; i++) requireSafe(read(this.#file.data, at + i * size), where, i);
  }

  #value(at: number, of: Kind, where: string): void {
    if (of.kind === "table") this.table(of.name, at, where);
    else if (of.kind === "string") this.#string(at, where);
    else if (of.kind === "bytes") this.#bytes(at, where);
    else if (of.kind === "enum") this.#enumerated(at, of, where);
    else if (of.kind === "scalar" && isRestricted(of.name))
      requireSafe(scalars[of.name].read(this.#file.data, at), where);
  }

  #string(offsetAt: number, where: string): void {
    const at = this.#bounds.follow(offsetAt, 4, where);
    const length = this.#file.data.getUint32(at, true);
    this.#bounds.within(at + 4, length + 1, where);
    if (this.#file.bytes[at + 4 + length] !== 0) throw invalid(where, "the text does not end with a zero byte");
  }

  /** Bytes are never copied, so that many tables may share them: they count as one visit. */
  #bytes(offsetAt: number, where: string): void {
    const at = this.#bounds.follow(offsetAt, 4, where);
    this.#bounds.within(at + 4, this.#file.data.getUint32(at, true), where, 1);
  }

  #enumerated(at: number, of: Kind & { kind: "enum" }, where: string): void {
    const value = scalars[of.storage].read(this.#file.data, at) as number;
    const count = enums[of.name].length;
    if (value < 0 || value >= count)
      throw invalid(where, `${value} is not a value of ${of.name}, which go from 0 to ${count - 1}`);
  }
}

/** Whether not all that the bytes can hold is a value. */
const isRestricted = (name: ScalarName): boolean => name === "int64" || name === "uint64";

function requireSafe(value: unknown, where: string, element?: number): void {
  if (!Number.isSafeInteger(value))
    throw invalid(element === undefined ? where : `${where}[${element}]`, `about ${value}, which is beyond ±2^53`);
}

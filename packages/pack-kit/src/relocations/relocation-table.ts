/** A word of a module's data that holds an address, which is known only when the module has its place. */
export interface Relocation {
  /** Where the word is in the data, in bytes. */
  readonly at: number;
  /** Whether it is a function's place in the table, or data's in the memory. */
  readonly isFunction: boolean;
  /** The place among the module's own. */
  readonly value: number;
}

/** The most words from one relocation to the next that a byte says. */
const FARTHEST = 126;

/** The entry of a table that has no relocation: `FARTHEST + 1` words further. */
export const SKIP: number = 2 * (FARTHEST + 1);

/**
 * Relocations as a table: a byte for each, with the words since the one before it in the upper seven bits, and the
 * lowest set for a function.
 *
 * @param relocations by their places, each that of a word
 */
export function writeRelocationTable(relocations: readonly Relocation[]): number[] {
  const table: number[] = [];
  let last = 0;
  for (const { at, isFunction } of relocations) {
    let words = (at - last) / 4;
    for (; words > FARTHEST; words -= FARTHEST + 1) table.push(SKIP);
    table.push(2 * words + Number(isFunction));
    last = at;
  }
  return table;
}

/** Writes each place among the module's own where its address will be: what the base is added to. */
export function writePlaces(data: Uint8Array, relocations: readonly Relocation[]): void {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  for (const { at, value } of relocations) view.setInt32(at, value, true);
}

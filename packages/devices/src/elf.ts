/** A section of an ELF file that is loaded. */
interface Section {
  readonly name: string;
  readonly type: number;
  readonly flags: number;
  readonly offset: number;
  readonly size: number;
  readonly link: number;
}

/** What is asked of a linked program of 32 bits, little endian. */
export interface ElfSummary {
  /** Address of each named symbol. */
  readonly symbols: ReadonlyMap<string, number>;
  /** Bytes of code and constants: what lies in flash. */
  readonly textBytes: number;
}

const [SYMBOL_TABLE, NO_BITS] = [2, 8];
const [WRITABLE, LOADED] = [1, 2];
const [SECTION_BYTES, SYMBOL_BYTES] = [40, 16];

const textAt = (bytes: Uint8Array, at: number): string =>
  Buffer.from(bytes.subarray(at, bytes.indexOf(0, at))).toString("latin1");

function sectionsOf(bytes: Uint8Array, view: DataView): readonly Section[] {
  const [table, count, names] = [view.getUint32(32, true), view.getUint16(48, true), view.getUint16(50, true)];
  const at = (index: number, field: number): number => view.getUint32(table + SECTION_BYTES * index + 4 * field, true);
  const namesOffset = at(names, 4);
  return Array.from({ length: count }, (_, i) => ({
    name: textAt(bytes, namesOffset + at(i, 0)),
    type: at(i, 1),
    flags: at(i, 2),
    offset: at(i, 4),
    size: at(i, 5),
    link: at(i, 6),
  }));
}

/** Reads a program that our own linker made: the format (ELF's specification, chapter 1) is not checked. */
export function summarizeElf(bytes: Uint8Array): ElfSummary {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sections = sectionsOf(bytes, view);
  const symbols = new Map<string, number>();
  for (const { offset, size, link } of sections.filter(({ type }) => type === SYMBOL_TABLE)) {
    const names = sections[link]!.offset;
    for (let at = offset; at < offset + size; at += SYMBOL_BYTES)
      symbols.set(textAt(bytes, names + view.getUint32(at, true)), view.getUint32(at + 4, true));
  }
  const constant = sections.filter(({ flags, type }) => flags & LOADED && !(flags & WRITABLE) && type !== NO_BITS);
  return { symbols, textBytes: constant.reduce((sum, { size }) => sum + size, 0) };
}

/** The function that an address lies in, and how far: `conv_s8+0x12`. */
export function describeAddress(symbols: ElfSummary["symbols"], address: number): string {
  let [name, start] = ["", 0];
  for (const [symbol, value] of symbols) {
    // The lowest bit says that a function is of Thumb instructions.
    const at = value - (value % 2);
    if (at <= address && at > start && !/^[.$]|^$/.test(symbol)) [name, start] = [symbol, at];
  }
  const where = `0x${address.toString(16)}`;
  return name === "" ? where : `${where} (${name}+0x${(address - start).toString(16)})`;
}

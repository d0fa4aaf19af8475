/** Reads what WebAssembly's binary format is made of, from a module that the linker wrote. */
export class ModuleReader {
  readonly #bytes: Uint8Array;
  #at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.#at = at;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  byte(): number {
    return this.#bytes[this.#at++]!;
  }

  bytes(length: number): Uint8Array {
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  /** What is left. */
  rest(): Uint8Array {
    return this.bytes(this.#bytes.length - this.#at);
  }

  /** An unsigned LEB128 number. */
  unsigned(): number {
    return this.#leb() >>> 0;
  }

  /** A signed LEB128 number. */
  signed(): number {
    return this.#leb(-1);
  }

  name(): string {
    return new TextDecoder().decode(this.bytes(this.unsigned()));
  }

  /** As many items as the number before them says. */
  vector<T>(item: () => T): T[] {
    return Array.from({ length: this.unsigned() }, item);
  }

  /** @param above what the bits above a number's last are, if its own highest is one */
  #leb(above = 0): number {
    let value = 0;
    for (let shift = 0; ; ) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      shift += 7;
      if (byte < 0x80) return byte & 0x40 && shift < 32 ? value | (above << shift) : value;
    }
  }
}

/** A number of 32 bits in signed LEB128. */
export function signed(value: number): number[] {
  const rest = value >> 7;
  const byte = value & 0x7f;
  return rest === (byte & 0x40 ? -1 : 0) ? [byte] : [byte | 0x80, ...signed(rest)];
}

/** A number in unsigned LEB128. */
export const unsigned = (value: number): number[] =>
  value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];

/** Bytes behind their length. */
export const sized = (bytes: ArrayLike<number>): Uint8Array => joined([unsigned(bytes.length), bytes]);

/** Parts, one behind the other. */
export function joined(parts: readonly ArrayLike<number>[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** A section of a module: its number and what it holds. */
export interface Section {
  readonly id: number;
  readonly content: Uint8Array;
}

const HEADER_BYTES = 8;

/** The sections of a module, in their order. */
export function readSections(module: Uint8Array): Section[] {
  const reader = new ModuleReader(module, HEADER_BYTES);
  const sections: Section[] = [];
  while (!reader.isAtEnd) sections.push({ id: reader.byte(), content: reader.bytes(reader.unsigned()) });
  return sections;
}

/** The module with other sections. */
export const withSections = (module: Uint8Array, sections: readonly Section[]): Uint8Array =>
  joined([module.subarray(0, HEADER_BYTES), ...sections.flatMap(({ id, content }) => [[id], sized(content)])]);

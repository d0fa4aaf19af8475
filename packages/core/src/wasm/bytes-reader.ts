import { ThimbleError } from "@thimble/schema";

/** Reads the numbers of WebAssembly's binary format, each in its bounds. */
export class BytesReader {
  readonly #bytes: Uint8Array;
  readonly #what: string;
  #at = 0;

  /** @param what what the bytes are, for errors */
  constructor(bytes: Uint8Array, what: string) {
    this.#bytes = bytes;
    this.#what = what;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  byte(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw this.#truncated();
    return byte;
  }

  /** An unsigned LEB128 number of at most 32 bits. */
  number(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
    throw this.#truncated();
  }

  bytes(length: number): Uint8Array {
    if (this.#at + length > this.#bytes.length) throw this.#truncated();
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  #truncated(): ThimbleError {
    return new ThimbleError("PACK_INVALID", `${this.#what} ends in the middle of a number or a section`);
  }
}

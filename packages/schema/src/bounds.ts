import { invalid } from "./checks.ts";
import type { FlatFile } from "./flat-file.ts";

/** Bytes visited for each byte of the file: real files stay below 2, since they share little but their vtables. */
const visitsPerByte = 8;

/** The checks every access to an unverified file goes through. */
export class Bounds {
  readonly #file: FlatFile;
  #visitsLeft: number;

  constructor(file: FlatFile) {
    this.#file = file;
    this.#visitsLeft = 1024 + visitsPerByte * file.bytes.length;
  }

  /**
   * Fails when `size` bytes at a position are not all in the file, and counts them as visited. Without the count, a
   * file whose vectors all share one table would take unbounded time and memory to read.
   */
  within(at: number, size: number, where: string, visits: number = size): void {
    const { length } = this.#file.bytes;
    if (at + size > length) {
      const message = `ends at byte ${at + size}, the file has ${length}: it is truncated or corrupt`;
      throw invalid(where, message, "MODEL_TRUNCATED");
    }
    this.#visitsLeft -= visits;
    if (this.#visitsLeft < 0) {
      const message = `what the file describes is over ${visitsPerByte} times its ${length} bytes: its parts share too much`;
      throw invalid(where, message, "MODEL_TOO_LARGE");
    }
  }

  /** The position that the offset stored at a position points to, with `size` bytes there in the file. */
  follow(at: number, size: number, where: string): number {
    this.within(at, 4, where);
    const offset = this.#file.data.getUint32(at, true);
    if (offset === 0) throw invalid(where, "its offset is 0: it points to itself");
    this.within(at + offset, size, where);
    return at + offset;
  }
}

import { ThimbleError } from "./error.ts";
import { decodeUtf8 } from "./utf8.ts";

/** Visits allowed for each byte: room for keys that many maps share, none for a file built to be walked forever. */
const visitsPerByte = 32;

/** The bytes of a FlexBuffer, read with every access checked against their bounds and every visit counted. */
export class FlexBytes {
  readonly length: number;
  readonly #bytes: Uint8Array;
  readonly #data: DataView;
  #visitsLeft: number;

  constructor(bytes: Uint8Array) {
    this.length = bytes.length;
    this.#bytes = bytes;
    this.#data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#visitsLeft = 256 + visitsPerByte * bytes.length;
  }

  /** Fails when `size` bytes at a position are not all inside, and counts `visits`. */
  check(at: number, size: number, visits = 1): void {
    if (at < 0 || size < 0 || at + size > this.length) {
      throw flexInvalid(at, `${size} bytes here do not fit into the FlexBuffer's ${this.length}`);
    }
    this.#visitsLeft -= visits;
    if (this.#visitsLeft < 0) throw flexInvalid(at, "values refer to each other so often that reading would not end");
  }

  slice(at: number, size: number): Uint8Array {
    this.check(at, size);
    return this.#bytes.subarray(at, at + size);
  }

  text(at: number, size: number): string {
    this.check(at, size, size);
    return decodeUtf8(this.#bytes.subarray(at, at + size));
  }

  /** The text up to the next zero byte. */
  key(at: number): string {
    this.check(at, 1);
    const end = this.#bytes.indexOf(0, at);
    if (end < 0) throw flexInvalid(at, "a key without its closing zero byte");
    return this.text(at, end - at);
  }

  uint(at: number, width: number): number | bigint {
    this.check(at, width);
    if (width === 1) return this.#data.getUint8(at);
    if (width === 2) return this.#data.getUint16(at, true);
    return width === 4 ? this.#data.getUint32(at, true) : safe(this.#data.getBigUint64(at, true));
  }

  int(at: number, width: number): number | bigint {
    this.check(at, width);
    if (width === 1) return this.#data.getInt8(at);
    if (width === 2) return this.#data.getInt16(at, true);
    return width === 4 ? this.#data.getInt32(at, true) : safe(this.#data.getBigInt64(at, true));
  }

  float(at: number, width: number): number {
    this.check(at, width);
    if (width === 4) return this.#data.getFloat32(at, true);
    if (width === 8) return this.#data.getFloat64(at, true);
    throw flexInvalid(at, `a float of ${width} bytes, only 4 and 8 are known`);
  }

  /** A length, or the distance of an offset. */
  size(at: number, width: number): number {
    return Number(this.uint(at, width));
  }

  /** The position that the offset stored at a position points back to. */
  follow(at: number, width: number): number {
    return at - this.size(at, width);
  }
}

/** The error for a position in a FlexBuffer. */
export function flexInvalid(at: number, message: string): ThimbleError {
  return new ThimbleError("FLEXBUFFER_INVALID", message, { where: `FlexBuffer byte ${at}` });
}

function safe(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

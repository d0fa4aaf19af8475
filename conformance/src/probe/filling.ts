import { seededRandom } from "../seeded-random.ts";

/** Odd, so that neighbouring buffers of a round size begin at different places of the pattern. */
const PATTERN_BYTES = 4093;

/** Bits that are all 0, all 1 (−1 in integers, not a number in floats), or random. */
export type FillingKind = "zeros" | "ones" | "random";

/** Bytes that are put wherever a kernel may not look: the same at the same distance from the beginning. */
export class Filling {
  readonly #pattern: Uint8Array;

  constructor(kind: FillingKind) {
    const random = seededRandom(1);
    const next = { zeros: () => 0, ones: () => 0xff, random: () => Math.floor(random() * 256) }[kind];
    this.#pattern = Uint8Array.from({ length: PATTERN_BYTES }, next);
  }

  fill(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at += PATTERN_BYTES)
      bytes.set(this.#pattern.subarray(0, bytes.length - at), at);
  }

  /** Position of the first byte that is not as it was filled, or −1. */
  firstChange(bytes: Uint8Array): number {
    for (let i = 0; i < bytes.length; i++) if (bytes[i] !== this.#pattern[i % PATTERN_BYTES]) return i;
    return -1;
  }
}

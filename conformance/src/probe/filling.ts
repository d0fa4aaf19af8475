import { seededRandom } from "../seeded-random.ts";

/** Odd, so that neighbouring buffers of a round size begin at different places of the pattern. */
const PATTERN_BYTES = 4093;

/** Bytes that are put wherever a kernel may not look: the same at the same distance from the beginning. */
export class Filling {
  readonly #pattern: Uint8Array;

  /** @param seed of random bytes; 0 for zeros */
  constructor(seed: number) {
    const random = seededRandom(seed);
    this.#pattern = Uint8Array.from({ length: PATTERN_BYTES }, () => (seed === 0 ? 0 : Math.floor(random() * 256)));
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

import { ThimbleError } from "@thimble/schema";

/** The most that a kernel gets outside of the arena. */
const MOST_BYTES = 256 * 1024 * 1024;

/** Throws `ARENA_TOO_LARGE` for what no kernel needs. */
export function requireSize(what: string, byteLength: number): void {
  if (byteLength > MOST_BYTES)
    throw new ThimbleError(
      "ARENA_TOO_LARGE",
      `a kernel asks for ${byteLength} bytes of ${what}, more than the ${MOST_BYTES} that a kernel gets`,
    );
}

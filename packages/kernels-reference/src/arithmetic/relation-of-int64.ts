import { type Relations, relationOf } from "./relations.ts";
import { readInt32, readUint32 } from "./uint64.ts";

/** How the int64 at a byte stands to another: the upper halves decide, and where they are equal the lower ones. */
export function relationOfInt64(first: Uint8Array, a: number, second: Uint8Array, b: number): Relations {
  const upper = readInt32(first, a + 4);
  const otherUpper = readInt32(second, b + 4);
  return upper === otherUpper ? relationOf(readUint32(first, a), readUint32(second, b)) : relationOf(upper, otherUpper);
}

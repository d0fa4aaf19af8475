import type { KernelTensor } from "@thimble/core";
import { integerAt } from "../arithmetic/integer-at.ts";

/** A channel's bias of int16, int32 or int64. */
export const biasAt = ({ bytes, size }: KernelTensor, channel: number): number =>
  integerAt(bytes, bytes.length / size, channel);

import type { Activation } from "@thimble/core";

/** A fused activation of one real number, including those that do not clamp. */
export function activateF32(x: number, activation: Activation): number {
  switch (activation) {
    case "RELU":
      return Math.max(0, x);
    case "RELU_N1_TO_1":
      return Math.max(-1, Math.min(x, 1));
    case "RELU6":
      return Math.max(0, Math.min(x, 6));
    case "TANH":
      return Math.tanh(x);
    case "SIGN_BIT":
      return x < 0 || Object.is(x, -0) ? 1 : 0;
    default:
      return x;
  }
}

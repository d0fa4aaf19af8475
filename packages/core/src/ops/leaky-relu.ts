import { defineOperator, type Operator } from "../operator.ts";
import { checkUnary } from "./shared/unary.ts";

export interface LeakyReluParams {
  /** Slope for inputs under 0. */
  readonly alpha: number;
}

/** LEAKY_RELU: output = input where it is positive, alpha × input elsewhere; requantized. */
export const leakyRelu: Operator<LeakyReluParams> = defineOperator({
  name: "LEAKY_RELU",
  maxVersion: 3,
  inputs: ["input"],
  outputs: ["output"],
  options: "LeakyReluOptions",
  check(node) {
    checkUnary(node);
    return { alpha: node.options.alpha };
  },
});

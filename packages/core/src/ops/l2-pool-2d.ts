import { defineOperator, type Operator } from "../operator.ts";
import { checkPool2D, type Pool2DParams } from "./shared/pool.ts";

/** L2_POOL_2D: the square root of the mean of squares of the taps inside the input. */
export const l2Pool2d: Operator<Pool2DParams> = defineOperator({
  name: "L2_POOL_2D",
  maxVersion: 3,
  inputs: ["input"],
  outputs: ["output"],
  options: "Pool2DOptions",
  check: checkPool2D,
});

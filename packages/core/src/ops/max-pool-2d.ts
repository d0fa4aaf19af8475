import { defineOperator, type Operator } from "../operator.ts";
import { checkPool2D, type Pool2DParams } from "./shared/pool.ts";

/** MAX_POOL_2D: input [N, H, W, C], output [N, H', W', C], the greatest element under the window. */
export const maxPool2d: Operator<Pool2DParams> = defineOperator({
  name: "MAX_POOL_2D",
  maxVersion: 3,
  inputs: ["input"],
  outputs: ["output"],
  options: "Pool2DOptions",
  check: checkPool2D,
});

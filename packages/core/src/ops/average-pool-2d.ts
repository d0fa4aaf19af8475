import { defineOperator, type Operator } from "../operator.ts";
import { checkPool2D, type Pool2DParams } from "./shared/pool.ts";

/** AVERAGE_POOL_2D: input [N, H, W, C], output [N, H', W', C], the mean of the elements under the window that lie in the input. */
export const averagePool2d: Operator<Pool2DParams> = defineOperator({
  name: "AVERAGE_POOL_2D",
  maxVersion: 3,
  inputs: ["input"],
  outputs: ["output"],
  options: "Pool2DOptions",
  check: checkPool2D,
});

import { defineOperator, type Operator } from "../operator.ts";
import { checkReduce, type ReduceParams } from "./shared/reduce.ts";

/** REDUCE_ALL: whether all elements over the dimensions that the constant `axis` lists hold. */
export const reduceAll: Operator<ReduceParams> = defineOperator({
  name: "REDUCE_ALL",
  maxVersion: 2,
  inputs: ["input", "axis"],
  outputs: ["output"],
  options: "ReducerOptions",
  check: checkReduce,
});

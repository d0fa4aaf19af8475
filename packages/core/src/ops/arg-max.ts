import { defineOperator, type Operator } from "../operator.ts";
import { checkArgMinMax } from "./shared/arg-min-max.ts";

/** ARG_MAX: the position of the first greatest element along `axis`, which may be computed at run time. */
export const argMax: Operator<void> = defineOperator({
  name: "ARG_MAX",
  maxVersion: 4,
  inputs: ["input", "axis"],
  outputs: ["output"],
  options: "ArgMaxOptions",
  check: checkArgMinMax,
});

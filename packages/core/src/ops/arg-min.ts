import { defineOperator, type Operator } from "../operator.ts";
import { checkArgMinMax } from "./shared/arg-min-max.ts";

/** ARG_MIN: the position of the first least element along `axis`, which may be computed at run time. */
export const argMin: Operator<void> = defineOperator({
  name: "ARG_MIN",
  maxVersion: 4,
  inputs: ["input", "axis"],
  outputs: ["output"],
  options: "ArgMinOptions",
  check: checkArgMinMax,
});

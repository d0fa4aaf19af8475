import { defineOperator, type Operator } from "../operator.ts";
import { checkSigmoidal } from "./shared/sigmoidal.ts";

/** TANH: output = tanh(input). */
export const tanh: Operator<void> = defineOperator({
  name: "TANH",
  maxVersion: 3,
  inputs: ["input"],
  outputs: ["output"],
  check: checkSigmoidal,
});

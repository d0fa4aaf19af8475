export type { CaseResult as CheckedCase } from "./checks/check-case.ts";
export { type Counterexample, checkRandom, type RandomOptions } from "./checks/check-random.ts";
export { compareOutput, type Difference, formatDifference } from "./compare.ts";
export { type CompareModelOptions, compareModel, type ModelDifference } from "./compare-model.ts";
export { type Generator, generators } from "./generate/generators.ts";
export {
  type GeneratedQuantization,
  type GeneratedTensor,
  type SingleOperator,
  writeSingleOperator,
} from "./generate/single-operator.ts";
export { mutate } from "./mutate.ts";
export { parseRecordedCase, parseRecordedCases, type RecordedCase } from "./recorded-case.ts";
export { type CaseResult, type OperatorSummary, replayCase, summarize } from "./replay.ts";
export { type Random, seededRandom } from "./seeded-random.ts";
export { formatSupportTable, type SupportRow, supportTable } from "./support-table.ts";
export { floatTolerances, integerTolerance, toleranceOf } from "./tolerance.ts";

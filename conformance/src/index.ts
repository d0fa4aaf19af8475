export { compareOutput, type Difference, formatDifference } from "./compare.ts";
export { parseRecordedCase, parseRecordedCases, type RecordedCase } from "./recorded-case.ts";
export { type CaseResult, type OperatorSummary, replayCase, summarize } from "./replay.ts";
export { formatSupportTable, type SupportRow, supportTable } from "./support-table.ts";
export { floatTolerance, toleranceOf } from "./tolerance.ts";

import { Interpreter, type InterpreterOptions, ThimbleError } from "@thimble/core";
import { compareOutput, type Difference } from "./compare.ts";
import type { RecordedCase } from "./recorded-case.ts";
import { termsOf, toleranceOf } from "./tolerance.ts";

/** What became of a case: `passed`, `differs` in an output, or `failed` with an error before there was one. */
export type CaseResult = { readonly name: string; readonly op: string; readonly types: string } & (
  | { readonly status: "passed" }
  | { readonly status: "differs"; readonly difference: Difference }
  | { readonly status: "failed"; readonly code: string; readonly message: string }
);

/** Runs a recorded case and holds its outputs against what was recorded. Never throws for what the case does. */
export async function replayCase(recorded: RecordedCase, options: InterpreterOptions): Promise<CaseResult> {
  const { name, op, types } = recorded;
  try {
    const difference = await firstDifference(recorded, options);
    return difference ? { name, op, types, status: "differs", difference } : { name, op, types, status: "passed" };
  } catch (error) {
    if (!(error instanceof ThimbleError)) throw error;
    return { name, op, types, status: "failed", code: error.code, message: error.message };
  }
}

async function firstDifference(recorded: RecordedCase, options: InterpreterOptions): Promise<Difference | undefined> {
  const interpreter = await Interpreter.create(recorded.model, options);
  try {
    checkCounts(recorded, interpreter);
    for (let i = 0; i < recorded.invocations; i++) {
      for (const [input, bytes] of recorded.inputs.entries()) interpreter.inputs[input]!.set(bytes);
      interpreter.invoke();
    }
    const step = interpreter.steps.find(({ node }) => node.operatorName === recorded.op);
    const tolerance = toleranceOf(recorded.op, step && termsOf(step.node, step.kernel.operator));
    for (const [output, bytes] of recorded.outputs.entries()) {
      const difference = compareOutput(interpreter.outputs[output]!, output, bytes, { tolerance });
      if (difference) return difference;
    }
    return undefined;
  } finally {
    interpreter.dispose();
  }
}

function checkCounts({ inputs, outputs }: RecordedCase, interpreter: Interpreter): void {
  const [have, need] = [
    `${inputs.length} inputs and ${outputs.length} outputs`,
    `${interpreter.inputs.length} and ${interpreter.outputs.length}`,
  ];
  if (inputs.length !== interpreter.inputs.length || outputs.length !== interpreter.outputs.length)
    throw new ThimbleError("INPUT_SIZE", `the case records ${have}, its model has ${need}`);
}

/** Counts of one operator's cases. */
export interface OperatorSummary {
  readonly op: string;
  readonly passed: number;
  readonly total: number;
}

/** Results counted by operator, in the order of first appearance. */
export function summarize(results: readonly CaseResult[]): OperatorSummary[] {
  const byOperator = new Map<string, { op: string; passed: number; total: number }>();
  for (const { op, status } of results) {
    const summary = byOperator.get(op) ?? { op, passed: 0, total: 0 };
    summary.total++;
    if (status === "passed") summary.passed++;
    byOperator.set(op, summary);
  }
  return [...byOperator.values()];
}

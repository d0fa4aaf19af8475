import { Interpreter, type InterpreterOptions } from "@thimble/core";
import { setInputs } from "../run/set-inputs.ts";
import type { ModelComparison, OperatorComparison } from "./bench-report.ts";
import { pairRounds } from "./pair-rounds.ts";
import { profileNodes } from "./profile-nodes.ts";
import { summarizeOperators } from "./summarize-operators.ts";

/** How the time is divided between whole invokes and the nodes of either side. */
const PARTS = { invoke: 0.5, nodes: 0.25 };

/** Measures a model with two sets of packs: whole invokes in turns, and each operator. */
export async function comparePacks(
  bytes: Uint8Array,
  options: InterpreterOptions,
  against: InterpreterOptions,
  seconds: number,
): Promise<ModelComparison> {
  const milliseconds = seconds * 1000;
  const [own, other] = [await Interpreter.create(bytes, options), await Interpreter.create(bytes, against)];
  await setInputs(own);
  await setInputs(other);
  const invoke = pairRounds(
    () => own.invoke(),
    () => other.invoke(),
    milliseconds * PARTS.invoke,
  );
  own.dispose();
  other.dispose();
  const nodes = await profileNodes(bytes, options, milliseconds * PARTS.nodes);
  const otherNodes = await profileNodes(bytes, against, milliseconds * PARTS.nodes);
  const others = new Map(summarizeOperators(otherNodes).map((row) => [row.operator, row.medianMicroseconds]));
  const operators = summarizeOperators(nodes).map(({ operator, calls, medianMicroseconds }): OperatorComparison => {
    const againstMicroseconds = others.get(operator) ?? 0;
    const speedup = medianMicroseconds > 0 ? againstMicroseconds / medianMicroseconds : null;
    return { operator, calls, medianMicroseconds, againstMicroseconds, speedup };
  });
  return { invoke, operators };
}

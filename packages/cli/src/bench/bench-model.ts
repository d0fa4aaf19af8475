import { Interpreter, type InterpreterOptions } from "@thimble/core";
import { setInputs } from "../run/set-inputs.ts";
import type { ModelTimes } from "./bench-report.ts";
import { measureInvoke } from "./measure-invoke.ts";
import { measureOverhead } from "./measure-overhead.ts";
import { mmacsPerSecond } from "./mmacs-per-second.ts";
import { profileNodes } from "./profile-nodes.ts";
import { summarizeOperators } from "./summarize-operators.ts";

/** How the time is divided. */
const PARTS = { invoke: 0.4, nodes: 0.4, overhead: 0.2 };

/** Measures a model on the fixed input pattern for about `seconds`. */
export async function benchModel(bytes: Uint8Array, options: InterpreterOptions, seconds: number): Promise<ModelTimes> {
  const milliseconds = seconds * 1000;
  const interpreter = await Interpreter.create(bytes, options);
  const { setAgain } = await setInputs(interpreter);
  const invoke = measureInvoke(interpreter, setAgain, milliseconds * PARTS.invoke);
  interpreter.dispose();
  const nodes = await profileNodes(bytes, options, milliseconds * PARTS.nodes);
  const macs = nodes.reduce((sum, node) => sum + node.macs * node.calls, 0);
  return {
    invoke,
    macs,
    mmacsPerSecond: mmacsPerSecond(macs, invoke.medianMicroseconds),
    overheadNanosecondsPerNode: await measureOverhead(bytes, options, milliseconds * PARTS.overhead),
    operators: summarizeOperators(nodes),
    nodes,
  };
}

import { Interpreter, type InterpreterOptions } from "@thimble/core";
import { packLabel } from "../load-packs.ts";
import { median } from "../median.ts";
import { setInputs } from "../run/set-inputs.ts";
import type { NodeTimes } from "./bench-report.ts";
import { mmacsPerSecond } from "./mmacs-per-second.ts";
import { type NodeSamples, NodeTimer } from "./node-timer.ts";

/** Even of a slow model this many invokes are profiled. */
const FEWEST_INVOKES = 3;

/** Times every node of a model, over as many invokes as there is time for. */
export async function profileNodes(
  bytes: Uint8Array,
  options: InterpreterOptions,
  milliseconds: number,
): Promise<NodeTimes[]> {
  const timer = new NodeTimer();
  const interpreter = await Interpreter.create(bytes, { ...options, profiler: timer });
  const { setAgain } = await setInputs(interpreter);
  const invokeFor = (duration: number): number => {
    const end = performance.now() + duration;
    let invokes = 0;
    for (; invokes < FEWEST_INVOKES || performance.now() < end; invokes++) {
      setAgain();
      interpreter.invoke();
    }
    return invokes;
  };
  invokeFor(milliseconds / 4);
  timer.clear();
  const invokes = invokeFor(milliseconds);
  interpreter.dispose();
  return describeNodes(timer.nodes, invokes);
}

function describeNodes(nodes: readonly NodeSamples[], invokes: number): NodeTimes[] {
  const medians = nodes.map(({ microseconds }) => median(microseconds));
  const calls = nodes.map(({ microseconds }) => microseconds.length / invokes);
  const total = medians.reduce((sum, time, i) => sum + time * calls[i]!, 0);
  return nodes.map(({ event: { node, kernel, pack } }, i) => {
    const macs = kernel.operator.macs?.(node) ?? 0;
    return {
      subgraph: node.subgraph,
      index: node.index,
      operator: node.operatorName,
      kernel: kernel.name,
      pack: packLabel(pack),
      calls: calls[i]!,
      medianMicroseconds: medians[i]!,
      share: total > 0 ? (medians[i]! * calls[i]!) / total : 0,
      macs,
      mmacsPerSecond: mmacsPerSecond(macs, medians[i]!),
    };
  });
}

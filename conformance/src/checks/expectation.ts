import { type AnyPack, Interpreter, type InvokeResult, type Tensor } from "@thimble/core";
import reference, { singleRounding } from "@thimble/kernels-reference";
import { compareOutput, type Difference } from "../compare.ts";
import type { Probe, ProbedNode } from "../probe/probe.ts";
import { magnitudeOfSums, termsOf, toleranceOf } from "../tolerance.ts";
import type { ConformanceCase } from "./case.ts";
import { isExact } from "./exactness.ts";

/** What an invoke has to come to. */
export interface Expected {
  readonly status: InvokeResult;
  /** Left out where they do not count. */
  readonly outputs?: readonly Uint8Array[];
}

/**
 * What the invokes of a case have to come to with kernels of some rounding: what the case records, and where it records
 * nothing what the reference of that rounding gives.
 */
export async function expectationsOf(
  { model, invocations }: ConformanceCase,
  nodes: readonly ProbedNode[],
): Promise<readonly Expected[]> {
  const isSingle = nodes.some(({ kernel }) => kernel.rounding === "single");
  const computed = await runReference(model, invocations, isSingle ? singleRounding : reference);
  if (isSingle || nodes.every(({ kernel }) => isExact(kernel) && computesFloats(kernel))) return computed;
  return computed.map(({ status, outputs }, i) => {
    const recorded = invocations[i]!.outputs ?? outputs;
    return { status, ...(status === "ok" && recorded && { outputs: recorded }) };
  });
}

/** TFLM's floats were recorded on another machine: who claims every bit has those of the reference. */
const computesFloats = ({ types }: ProbedNode["kernel"]): boolean => types.includes("float");

/** What the invokes of a model come to with a reference. Throws as it does. */
export async function runReference(
  model: Uint8Array,
  invocations: ConformanceCase["invocations"],
  pack: AnyPack = reference,
): Promise<readonly Expected[]> {
  const interpreter = await Interpreter.create(model, { packs: [pack] });
  try {
    return invocations.map(({ inputs }) => {
      inputs.forEach((bytes, i) => {
        interpreter.inputs[i]!.set(bytes);
      });
      const status = interpreter.invoke();
      const outputs = interpreter.outputs.map(({ bytes }) => bytes.slice());
      return { status, ...(status === "ok" && { outputs }) };
    });
  } finally {
    interpreter.dispose();
  }
}

/** Holds outputs to what is expected, as exactly as the kernels that ran declare. */
export function firstDifference(
  outputs: readonly Tensor[],
  expected: readonly Uint8Array[],
  probe: Probe,
): Difference | undefined {
  const { nodes } = probe;
  const areExact = nodes.every(({ kernel }) => isExact(kernel));
  const closeness = { isExact: areExact, ...(areExact ? { tolerance: 0 } : slack(nodes)) };
  for (const [i, bytes] of expected.entries()) {
    if (isUnwritten(i, expected, nodes)) continue;
    const { largest = 0 } = compareOutput(outputs[i]!, i, bytes, { tolerance: 0 }) ?? {};
    probe.largestDifference = Math.max(probe.largestDifference, largest);
    const difference = largest === 0 ? undefined : compareOutput(outputs[i]!, i, bytes, closeness);
    if (difference) return difference;
  }
  return undefined;
}

/** Whether an output is one that the only node did not write, and says so. */
function isUnwritten(output: number, expected: readonly Uint8Array[], nodes: readonly ProbedNode[]): boolean {
  const valid = nodes.length === 1 ? nodes[0]!.kernel.operator.validOutput : undefined;
  return valid !== undefined && output !== valid && expected[valid]?.[0] === 0;
}

/** What nodes that compute within a tolerance may be off together. */
function slack(nodes: readonly ProbedNode[]): { readonly tolerance: number; readonly magnitude: number } {
  const each = nodes.map(({ node, kernel: { operator } }) => ({
    tolerance: toleranceOf(operator.name, termsOf(node, operator)),
    magnitude: magnitudeOfSums(node, operator),
  }));
  return {
    tolerance: each.reduce((sum, { tolerance }) => sum + tolerance, 0),
    magnitude: each.reduce((most, { magnitude }) => Math.max(most, magnitude), 0),
  };
}

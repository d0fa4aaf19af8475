import { termsOf, toleranceOf } from "@thimble/conformance";
import type { InterpreterOptions, KernelTensor, Step } from "@thimble/core";
import type { LayerReport } from "./diff-report.ts";
import { DifferenceTally } from "./difference-tally.ts";
import { Lockstep } from "./lockstep.ts";

/** A layer, with the largest difference of each of its elements. */
export interface Layer {
  readonly report: LayerReport;
  readonly whole: Float64Array;
  readonly own: Float64Array;
}

/** An output of a node, and what is found of it. */
interface Watched {
  readonly step: readonly [a: Step, b: Step];
  readonly at: number;
  readonly tensor: KernelTensor;
  readonly whole: DifferenceTally;
  readonly own: DifferenceTally;
}

/**
 * Runs a model with two sets of kernels and holds every output of every node against the other's.
 *
 * @param setInputs sets A's inputs; called before each invoke
 */
export async function diffModel(
  bytes: Uint8Array,
  options: readonly [a: InterpreterOptions, b: InterpreterOptions],
  count: number,
  setInputs: (sides: Lockstep, invocation: number) => Promise<void> | void,
): Promise<readonly Layer[]> {
  const tallies = new Map<number, DifferenceTally>();
  const sides = await Lockstep.open(bytes, options, (expected, own) => tallies.get(expected.index)?.add(expected, own));
  try {
    const watched = sides.steps.flatMap((step): Watched[] =>
      step[0].node.outputs.map((tensor, at) => {
        const own = new DifferenceTally(tensor.shape, tensor.size);
        tallies.set(tensor.index, own);
        return { step, at, tensor, whole: new DifferenceTally(tensor.shape, tensor.size), own };
      }),
    );
    for (let i = 0; i < count; i++) {
      await setInputs(sides, i);
      sides.invoke();
      for (const { tensor, whole } of watched) whole.add(sides.a.tensor(tensor.index), sides.b.tensor(tensor.index));
    }
    return watched.map(describe);
  } finally {
    sides.dispose();
  }
}

const labelOf = ({ kernel, pack }: Step): string => `${kernel.name} of ${pack.id}`;

function describe({ step: [a, b], at, tensor, whole, own }: Watched): Layer {
  const { node, kernel } = a;
  const isFloat = tensor.type.startsWith("float");
  const allowed = isFloat ? toleranceOf(node.operatorName, termsOf(node, kernel.operator)) * own.magnitude : 0;
  const report: LayerReport = {
    node: node.index,
    operator: node.operatorName,
    output: at,
    name: tensor.name,
    type: tensor.type,
    shape: tensor.shape,
    a: labelOf(a),
    b: labelOf(b),
    whole: whole.difference,
    own: own.difference,
    isBeyond: own.difference.largest > allowed,
  };
  return { report, whole: whole.largest, own: own.largest };
}

import { type AnyPack, Interpreter } from "@thimble/core";
import { compareOutput, type Difference } from "./compare.ts";
import { randomData } from "./generate/random-data.ts";

/** Where in a model a pack first differs from the reference. */
export interface ModelDifference {
  /** `subgraphs[0].operators[3] (CONV_2D)` */
  readonly location: string;
  /** The kernel that ran the node. */
  readonly kernel: string;
  readonly difference: Difference;
}

/** How a model is compared. */
export interface CompareModelOptions {
  /** Two runs with the same seed have the same inputs. Default is 1. */
  readonly seed?: number;
  /** How often it is invoked, each time with other inputs. Default is 2. */
  readonly invocations?: number;
  /** How far floats may be apart, relative to the largest magnitude in the tensor: differences grow from layer to layer. */
  readonly tolerance: number;
}

/**
 * Runs a model with some packs and with the reference on the same random inputs, and holds every node's outputs against
 * each other, in the order in which nodes run. Returns the first difference.
 */
export async function compareModel(
  bytes: Uint8Array,
  packs: readonly AnyPack[],
  reference: AnyPack,
  { seed = 1, invocations = 2, tolerance }: CompareModelOptions,
): Promise<ModelDifference | undefined> {
  const actual = await Interpreter.create(bytes, { packs, preserveAllTensors: true });
  const expected = await Interpreter.create(bytes, { packs: [reference], preserveAllTensors: true });
  try {
    for (let i = 0; i < invocations; i++) {
      actual.inputs.forEach((input, at) => {
        const data = randomData(input.type, input.shape, seed + 31 * i + at);
        input.bytes.set(data);
        expected.inputs[at]!.bytes.set(data);
      });
      actual.invoke();
      expected.invoke();
      const difference = firstDifference(actual, expected, tolerance);
      if (difference) return difference;
    }
    return undefined;
  } finally {
    actual.dispose();
    expected.dispose();
  }
}

function firstDifference(actual: Interpreter, expected: Interpreter, tolerance: number): ModelDifference | undefined {
  for (const { node, kernel } of actual.steps)
    for (const [i, output] of node.outputs.entries()) {
      const tensor = actual.tensor(output.index, node.subgraph);
      const wanted = expected.tensor(output.index, node.subgraph).bytes;
      const difference = compareOutput(tensor, i, wanted, { tolerance });
      if (difference) return { location: node.location, kernel: kernel.name, difference };
    }
  return undefined;
}

import { type Kernel, type KernelNode, quantize } from "@thimble/core";
import { type MutatedKernel, mutated } from "./mutant.ts";

interface Scaling {
  readonly scale: number;
  readonly zeroPoint: number;
}

interface Lines {
  /** What invoke needs of a node. */
  prepare(node: KernelNode<void>): Scaling;
  scaling(prepared: Scaling): Scaling;
  round(quotient: number): number;
  /** The element behind one. */
  next(i: number, count: number): number;
}

/** QUANTIZE from float32 to int8. */
const make = ({ prepare, scaling, round, next }: Lines): Kernel<void, Scaling> => ({
  name: "quantize_f32_s8",
  operator: quantize,
  types: "float32 -> int8",
  prepare,
  invoke(node, prepared) {
    const { scale, zeroPoint } = scaling(prepared);
    const input = node.input(0).data as Float32Array;
    const output = node.output(0).data as Int8Array;
    for (let i = 0; i < output.length; i = next(i, output.length)) {
      const rounded = round(Math.fround(input[i]! / scale)) || 0;
      output[i] = Math.min(Math.max(rounded + zeroPoint, -128), 127);
    }
    return undefined;
  },
});

const scalingOf = (node: KernelNode<void>): Scaling => ({
  scale: node.output(0).scale,
  zeroPoint: node.output(0).zeroPoint,
});

/** Half away from zero. */
const round = (quotient: number): number => {
  const truncated = Math.trunc(quotient);
  return Math.abs(quotient - truncated) >= 0.5 ? truncated + Math.sign(quotient) : truncated;
};

/** What mutants keep in the module. */
const cache = new Map<string, Scaling>();
let latest: Scaling;

export const quantizeF32S8: MutatedKernel = mutated(
  make,
  { prepare: scalingOf, scaling: (prepared) => prepared, round, next: (i) => i + 1 },
  {
    "math-round": {
      what: "Math.round rounds halves up, also below 0, where they should go away from it.",
      line: { round: Math.round },
      killedBy: "matches",
    },
    truncates: {
      what: "Quotients are cut.",
      line: { round: Math.trunc },
      killedBy: "matches",
    },
    "zero-point-forgotten": {
      what: "The output's zero point is not added.",
      line: { prepare: (node) => ({ scale: node.output(0).scale, zeroPoint: 0 }) },
      killedBy: "matches",
    },
    "cached-by-shape": {
      what: "What a node needs is kept by its shape, whatever its scale is.",
      line: {
        prepare(node) {
          const key = node.input(0).shape.join("x");
          if (!cache.has(key)) cache.set(key, scalingOf(node));
          return cache.get(key)!;
        },
      },
      killedBy: "matches",
    },
    "state-in-the-module": {
      what: "The module keeps what the latest node needs, and takes it for every other.",
      line: {
        prepare: (node) => {
          latest = scalingOf(node);
          return latest;
        },
        scaling: () => latest,
      },
      killedBy: "instances",
    },
    "throws-for-17": {
      what: "With 17 elements invoke throws.",
      line: {
        next(i, count) {
          if (count === 17) throw new RangeError("17 elements");
          return i + 1;
        },
      },
      killedBy: "matches",
    },
    "endless-for-7": {
      what: "With 7 elements the loop does not go on.",
      line: { next: (i, count) => (count === 7 ? i : i + 1) },
      killedBy: "time-limit",
    },
  },
);

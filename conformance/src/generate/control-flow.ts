import type { TensorType } from "@thimble/schema";
import fc from "fast-check";
import type { GeneratedGraph, GeneratedNode, GeneratedTensor } from "./graph.ts";
import { int32s, quantization, shape } from "./pieces.ts";
import type { SingleOperator } from "./single-operator.ts";

/** Operators that run other graphs. */

/** What a graph makes of two tensors that are alike. */
const computed = fc.constantFrom("ADD", "SUB", "MAXIMUM", "MINIMUM");

const OPTIONS: Readonly<Record<string, string>> = { ADD: "AddOptions", SUB: "SubOptions" };

/** A node of an operator that needs no options but those of ADD and SUB. */
export const plainNode = (operator: string, inputs: readonly number[], outputs: readonly number[]): GeneratedNode => ({
  operator,
  ...(OPTIONS[operator] && { options: { type: OPTIONS[operator], value: {} } }),
  inputs,
  outputs,
});

/** What a branch gives for x and y. */
const branch = fc.record({ operator: computed, swaps: fc.boolean(), passes: fc.boolean() });

type Branch = typeof branch extends fc.Arbitrary<infer T> ? T : never;

/** A branch gives (x ∘ y, y), or (x ∘ y, x ∘ y), or with x and y exchanged: as it gets them or computed. */
const branchGraph = (value: GeneratedTensor, { operator, swaps, passes }: Branch): GeneratedGraph => ({
  tensors: [value, value, value],
  inputs: [0, 1],
  outputs: [2, passes ? 1 : 2],
  nodes: [plainNode(operator, swaps ? [1, 0] : [0, 1], [2])],
});

/** IF with a computed condition: two values, two results. */
export const ifOf = (type: TensorType): fc.Arbitrary<SingleOperator> =>
  fc
    .record({
      extents: shape(1, 4, 200),
      same: quantization(type),
      branches: fc.tuple(branch, branch),
      rank: fc.nat(1),
    })
    .map(({ extents, same, branches, rank }) => {
      const value: GeneratedTensor = { type, shape: extents, quantization: same };
      const options = { type: "IfOptions", value: { thenSubgraphIndex: 1, elseSubgraphIndex: 2 } };
      return {
        operator: "IF",
        inputs: [{ type: "bool", shape: rank === 0 ? [] : [1] }, value, value],
        outputs: [value, value],
        around: {
          nodes: [{ operator: "IF", options, inputs: [0, 1, 2], outputs: [3, 4] }],
          tensors: [],
          called: branches.map((branch) => branchGraph(value, branch)),
        },
      };
    });

const counter: GeneratedTensor = { type: "int32", shape: [1] };

/**
 * WHILE with a counter from a constant to a limit, and two values that the body computes from one another, exchanged or
 * as they are.
 */
export const whileOf = (type: TensorType): fc.Arbitrary<SingleOperator> =>
  fc
    .record({
      extents: shape(1, 4, 200),
      same: quantization(type),
      body: branch,
      exchanges: fc.boolean(),
      first: fc.integer({ min: -2, max: 3 }),
      rounds: fc.integer({ min: -1, max: 4 }),
    })
    .map(({ extents, same, body, exchanges, first, rounds }) => {
      const value: GeneratedTensor = { type, shape: extents, quantization: same };
      const limit = int32s([first + rounds]);
      const options = { type: "WhileOptions", value: { condSubgraphIndex: 1, bodySubgraphIndex: 2 } };
      const condition: GeneratedGraph = {
        tensors: [value, value, counter, limit, { type: "bool", shape: [1] }],
        inputs: [0, 1, 2],
        outputs: [4],
        nodes: [plainNode("LESS", [2, 3], [4])],
      };
      const kept = body.passes ? 1 : 3;
      const nextValues: GeneratedGraph = {
        tensors: [value, value, counter, value, int32s([1]), counter],
        inputs: [0, 1, 2],
        outputs: exchanges ? [kept, 3, 5] : [3, kept, 5],
        nodes: [plainNode(body.operator, body.swaps ? [1, 0] : [0, 1], [3]), plainNode("ADD", [2, 4], [5])],
      };
      return {
        operator: "WHILE",
        inputs: [value, value],
        outputs: [value, value, counter],
        around: {
          nodes: [{ operator: "WHILE", options, inputs: [0, 1, 5], outputs: [2, 3, 4] }],
          tensors: [int32s([first])],
          called: [condition, nextValues],
        },
      };
    });

import type { OperatorName, TensorType } from "@thimble/schema";
import fc from "fast-check";
import { plainNode } from "./control-flow.ts";
import type { GeneratedGraph, GeneratedNode, GeneratedTensor } from "./graph.ts";
import { constant, quantization, seed, shape } from "./pieces.ts";
import type { SingleOperator } from "./single-operator.ts";

/** Resource variables: what gives them their first value, and what reads and writes them. */

const handle: GeneratedTensor = { type: "resource", shape: [1] };

/** Names of variables; those of a pair differ in one of both. */
const PAIRS = [
  [
    { container: "a", sharedName: "v" },
    { container: "b", sharedName: "v" },
  ],
  [
    { container: "", sharedName: "v" },
    { container: "", sharedName: "w" },
  ],
] as const;

const handleNode = (value: (typeof PAIRS)[number][number], output: number): GeneratedNode => ({
  operator: "VAR_HANDLE",
  options: { type: "VarHandleOptions", value },
  inputs: [],
  outputs: [output],
});

/** Gives both variables their first values. */
const firstValues = (
  names: (typeof PAIRS)[number],
  first: GeneratedTensor,
  second: GeneratedTensor,
): GeneratedGraph => ({
  tensors: [handle, handle, first, second],
  inputs: [],
  outputs: [],
  nodes: [
    handleNode(names[0], 0),
    handleNode(names[1], 1),
    plainNode("ASSIGN_VARIABLE", [0, 2], []),
    plainNode("ASSIGN_VARIABLE", [1, 3], []),
  ],
});

/**
 * Two variables, given their values once: the first adds up what comes in, the second keeps what came in last, and both
 * are read.
 */
export const variables = (operator: OperatorName, type: TensorType): fc.Arbitrary<SingleOperator> =>
  fc
    .record({
      names: fc.constantFrom(...PAIRS),
      extents: shape(1, 3, 60),
      same: quantization(type),
      seed,
      late: fc.boolean(),
    })
    .map(({ names, extents, same, seed, late }) => {
      const value: GeneratedTensor = { type, shape: extents, quantization: same };
      const called = [firstValues(names, constant(type, extents, seed, same), constant(type, extents, seed + 1, same))];
      const keep = plainNode("ASSIGN_VARIABLE", [4, 0], []);
      const show = plainNode("READ_VARIABLE", [4], [2]);
      return {
        operator,
        inputs: [value],
        outputs: [value, value],
        around: {
          nodes: [
            {
              operator: "CALL_ONCE",
              options: { type: "CallOnceOptions", value: { initSubgraphIndex: 1 } },
              inputs: [],
              outputs: [],
            },
            handleNode(names[0], 3),
            handleNode(names[1], 4),
            plainNode("READ_VARIABLE", [3], [5]),
            plainNode("ADD", [5, 0], [1]),
            plainNode("ASSIGN_VARIABLE", [3, 1], []),
            ...(late ? [show, keep] : [keep, show]),
          ],
          tensors: [handle, handle, value],
          called,
        },
      };
    });

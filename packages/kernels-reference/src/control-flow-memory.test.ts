import { Interpreter, type InterpreterOptions } from "@thimble/core";
import type { OperatorName } from "@thimble/schema";
import { type ModelDescription, operatorCode, writeModel } from "@thimble/schema/writer";
import fc from "fast-check";
import { expect, test } from "vitest";
import { reference } from "./index.ts";

const OPS = ["ADD", "SUB", "MUL", "MAXIMUM", "MINIMUM"] as const;

/** An operation on two of what is there: the graph's inputs, a constant, earlier results. */
interface Step {
  readonly op: (typeof OPS)[number];
  readonly first: number;
  readonly second: number;
}

const anySteps = fc.array(fc.record({ op: fc.constantFrom(...OPS), first: fc.nat(9), second: fc.nat(9) }), {
  minLength: 1,
  maxLength: 8,
});

type Graph = NonNullable<ModelDescription["subgraphs"]>[number];
type Node = NonNullable<Graph["operators"]>[number];

const codes: readonly OperatorName[] = [...OPS, "LESS", "WHILE", "IF"];

const node = (op: OperatorName, inputs: number[], outputs: number[], more: Partial<Node> = {}): Node => ({
  opcodeIndex: codes.indexOf(op),
  inputs,
  outputs,
  ...more,
});

const vector = (buffer = 0) => ({ type: "int32" as const, shape: [LENGTH], buffer });
const LENGTH = 5;

/** Tensor 0 is the graph's input, 1 a constant; the steps' results follow. */
const arithmetic = (steps: readonly Step[]): Graph => ({
  tensors: [vector(), vector(1), ...steps.map(() => vector())],
  inputs: [0],
  outputs: [steps.length + 1],
  operators: steps.map(({ op, first, second }, i) => node(op, [first % (i + 2), second % (i + 2)], [i + 2])),
});

/** How many times round, and a value: (n, x) → (n + 1, steps of x). */
function body(steps: readonly Step[]): Graph {
  const { tensors = [], operators = [] } = arithmetic(steps);
  const count = tensors.length;
  return {
    tensors: [
      ...tensors,
      { type: "int32", shape: [1] },
      { type: "int32", shape: [1], buffer: 2 },
      { type: "int32", shape: [1] },
    ],
    inputs: [count, 0],
    outputs: [count + 2, count - 1],
    operators: [node("ADD", [count, count + 1], [count + 2]), ...operators],
  };
}

const scalar = (buffer = 0) => ({ type: "int32" as const, shape: [1], buffer });

const condition: Graph = {
  tensors: [scalar(), vector(), scalar(3), { type: "bool", shape: [1] }],
  inputs: [0, 1],
  outputs: [3],
  operators: [node("LESS", [0, 2], [3])],
};

/** steps before, three times round, one of two branches, steps behind. */
function model(before: Step[], looped: Step[], yes: Step[], no: Step[], behind: Step[]): Uint8Array {
  const { tensors = [], operators = [] } = arithmetic(before);
  const at = tensors.length;
  const value = behind.map(() => vector());
  return writeModel({
    operatorCodes: codes.map(operatorCode),
    buffers: [{}, int32s(1, -2, 3, -4, 5), int32s(1), int32s(3)],
    subgraphs: [
      {
        tensors: [...tensors, scalar(), scalar(), vector(), { type: "bool", shape: [1] }, vector(), ...value],
        inputs: [0, at, at + 3],
        outputs: [at + 4 + behind.length],
        operators: [
          ...operators,
          node("WHILE", [at, at - 1], [at + 1, at + 2], {
            builtinOptions: { type: "WhileOptions", value: { condSubgraphIndex: 1, bodySubgraphIndex: 2 } },
          }),
          node("IF", [at + 3, at + 2], [at + 4], {
            builtinOptions: { type: "IfOptions", value: { thenSubgraphIndex: 3, elseSubgraphIndex: 4 } },
          }),
          ...behind.map(({ op, first }, i) => node(op, [at + 4 + i, [1, at - 1, at + 2][first % 3]!], [at + 5 + i])),
        ],
      },
      condition,
      body(looped),
      arithmetic(yes),
      arithmetic(no),
    ],
  });
}

const int32s = (...values: number[]) => ({ data: new Uint8Array(Int32Array.from(values).buffer) });

async function run(bytes: Uint8Array, branch: number, options: Partial<InterpreterOptions>): Promise<unknown> {
  const interpreter = await Interpreter.create(bytes, { packs: [reference], ...options });
  const results: number[][] = [];
  for (const start of [1, 2]) {
    interpreter.inputs[0]!.set(Int32Array.of(start, 2, -3, 4, 5));
    interpreter.inputs[1]!.set(Int32Array.of(0));
    interpreter.inputs[2]!.set(Uint8Array.of(branch));
    interpreter.invoke();
    results.push([...(interpreter.outputs[0]!.data as Int32Array)]);
  }
  return results;
}

test("loops and branches give the same however their tensors share memory", async () => {
  await fc.assert(
    fc.asyncProperty(anySteps, anySteps, anySteps, anySteps, anySteps, fc.nat(1), async (a, b, c, d, e, branch) => {
      const bytes = model(a, b, c, d, e);
      const apart = await run(bytes, branch, { preserveAllTensors: true });
      expect(await run(bytes, branch, {})).toEqual(apart);
      expect(await run(bytes, branch, { planner: "greedy" })).toEqual(apart);
      expect(await run(bytes, branch, { reorder: true })).toEqual(apart);
    }),
    { numRuns: Number(process.env.FAST_CHECK_RUNS ?? 50) },
  );
});

import { Interpreter, ThimbleError } from "@thimble/core";
import type { OperatorName } from "@thimble/schema";
import { type ModelDescription, type OperatorDescription, operatorCode, writeModel } from "@thimble/schema/writer";
import { expect, test } from "vitest";
import { reference } from "./index.ts";

type Name = OperatorName;
type Graph = NonNullable<ModelDescription["subgraphs"]>[number];
type Tensor = NonNullable<Graph["tensors"]>[number];

interface Node extends Omit<OperatorDescription, "opcodeIndex"> {
  readonly op: Name;
}

interface TestGraph extends Omit<Graph, "operators"> {
  readonly nodes: readonly Node[];
}

const int32 = (shape: number[] = [1], buffer = 0): Tensor => ({ name: "t", type: "int32", shape, buffer });
const bool: Tensor = { name: "condition", type: "bool", shape: [1] };
const handle: Tensor = { name: "handle", type: "resource", shape: [1] };

/** A model of builtin operators; buffers 1, 2, … hold one int32 each: the constants. */
function modelOf(graphs: readonly TestGraph[], constants: readonly number[] = []): Uint8Array {
  const ops = [...new Set(graphs.flatMap(({ nodes }) => nodes.map(({ op }) => op)))];
  return writeModel({
    operatorCodes: ops.map(operatorCode),
    buffers: [{}, ...constants.map((value) => ({ data: new Uint8Array(Int32Array.of(value).buffer) }))],
    subgraphs: graphs.map(({ nodes, ...graph }) => ({
      ...graph,
      operators: nodes.map(({ op, ...node }) => ({ opcodeIndex: ops.indexOf(op), ...node })),
    })),
  });
}

const create = (model: Uint8Array): Promise<Interpreter> => Interpreter.create(model, { packs: [reference] });

const run = (interpreter: Interpreter, ...inputs: number[][]): (number | bigint)[] => {
  inputs.forEach((values, i) => {
    interpreter.inputs[i]!.data.set(values as never);
  });
  interpreter.invoke();
  return [...interpreter.outputs[0]!.data];
};

/** out = in (op) constant 1. */
const withConstant = (op: Name): TestGraph => ({
  tensors: [int32(), int32([1], 1), int32()],
  inputs: [0],
  outputs: [2],
  nodes: [{ op, inputs: [0, 1], outputs: [2] }],
});

/** while (x < constant 1) x = x + constant 2. */
const loop: readonly TestGraph[] = [
  {
    tensors: [int32(), int32()],
    inputs: [0],
    outputs: [1],
    nodes: [
      {
        op: "WHILE",
        inputs: [0],
        outputs: [1],
        builtinOptions: { type: "WhileOptions", value: { condSubgraphIndex: 1, bodySubgraphIndex: 2 } },
      },
    ],
  },
  {
    tensors: [int32(), int32([1], 1), bool],
    inputs: [0],
    outputs: [2],
    nodes: [{ op: "LESS", inputs: [0, 1], outputs: [2] }],
  },
  {
    tensors: [int32(), int32([1], 2), int32()],
    inputs: [0],
    outputs: [2],
    nodes: [{ op: "ADD", inputs: [0, 1], outputs: [2] }],
  },
];

test("WHILE repeats its body as long as the condition holds, not once if it never does", async () => {
  const interpreter = await create(modelOf(loop, [10, 3]));
  expect(run(interpreter, [0])).toEqual([12]);
  expect(run(interpreter, [9])).toEqual([12]);
  expect(run(interpreter, [10])).toEqual([10]);
});

test("IF runs the branch that the condition says", async () => {
  const choice: TestGraph = {
    tensors: [bool, int32(), int32()],
    inputs: [0, 1],
    outputs: [2],
    nodes: [
      {
        op: "IF",
        inputs: [0, 1],
        outputs: [2],
        builtinOptions: { type: "IfOptions", value: { thenSubgraphIndex: 1, elseSubgraphIndex: 2 } },
      },
    ],
  };
  const interpreter = await create(modelOf([choice, withConstant("ADD"), withConstant("SUB")], [7]));
  expect(run(interpreter, [1], [100])).toEqual([107]);
  expect(run(interpreter, [0], [100])).toEqual([93]);
});

/** A counter that CALL_ONCE sets to constant 1, and to which every invoke adds its input. */
const counter: readonly TestGraph[] = [
  {
    tensors: [int32(), handle, int32(), int32()],
    inputs: [0],
    outputs: [3],
    nodes: [
      { op: "CALL_ONCE", builtinOptions: { type: "CallOnceOptions", value: { initSubgraphIndex: 1 } } },
      { op: "VAR_HANDLE", outputs: [1], builtinOptions: { type: "VarHandleOptions", value: { sharedName: "count" } } },
      { op: "READ_VARIABLE", inputs: [1], outputs: [2] },
      { op: "ADD", inputs: [0, 2], outputs: [3] },
      { op: "ASSIGN_VARIABLE", inputs: [1, 3] },
    ],
  },
  {
    tensors: [handle, int32([1], 1)],
    inputs: [],
    outputs: [],
    nodes: [
      { op: "VAR_HANDLE", outputs: [0], builtinOptions: { type: "VarHandleOptions", value: { sharedName: "count" } } },
      { op: "ASSIGN_VARIABLE", inputs: [0, 1] },
    ],
  },
];

test("CALL_ONCE sets variables at the first invoke, and again after a reset", async () => {
  const interpreter = await create(modelOf(counter, [100]));
  expect(run(interpreter, [1])).toEqual([101]);
  expect(run(interpreter, [1])).toEqual([102]);
  interpreter.reset();
  expect(run(interpreter, [5])).toEqual([105]);
});

test("READ_VARIABLE of a variable that nobody assigns says so", async () => {
  const [main] = counter as readonly [TestGraph, TestGraph];
  const interpreter = await create(
    modelOf([
      { ...main, nodes: main.nodes.filter(({ op }) => op === "VAR_HANDLE" || op === "READ_VARIABLE" || op === "ADD") },
    ]),
  );
  expect(() => run(interpreter, [1])).toThrow(/no node assigns to the variable 0/);
  expect(() => run(interpreter, [1])).toThrow(ThimbleError);
});

test("a node without options does not invoke the graph in which it stands", async () => {
  const recursive: TestGraph = { tensors: [], inputs: [], outputs: [], nodes: [{ op: "CALL_ONCE" }] };
  await expect(create(modelOf([recursive]))).rejects.toMatchObject({
    code: "NODE_INVALID",
    message: expect.stringContaining("in which it runs itself"),
  });
});

test("tensors that do not match those of the subgraph are refused", async () => {
  const [main, condition, body] = loop as readonly [TestGraph, TestGraph, TestGraph];
  const wide = { ...main, tensors: [int32([2]), int32([2])] };
  await expect(create(modelOf([wide, condition, body], [10, 3]))).rejects.toMatchObject({
    code: "NODE_INVALID",
    message: expect.stringContaining("inputs of the condition[0] int32 of 4"),
  });
});

import { Interpreter, loadPack, type ProfilerEvent } from "@thimble/core";
import reference from "@thimble/kernels-reference";
import { operatorCode, writeModel } from "@thimble/schema/writer";
import { expect, test } from "vitest";
import { build } from "./build.ts";
import { unaryChain } from "./model.ts";

const control = await loadPack(await build("control", { id: "@acme/control" }));

const packs = [control, reference];

/** condition ? -x : x², both of one float. */
function negativeOrSquare(): Uint8Array {
  const x = (name: string) => ({ name, type: "float32" as const, shape: [1] });
  const branch = (opcodeIndex: number) => ({
    tensors: [x("in"), x("out")],
    inputs: [0],
    outputs: [1],
    operators: [{ opcodeIndex, inputs: [0], outputs: [1] }],
  });
  const value = {
    builtinOptions: { type: "IfOptions" as const, value: { thenSubgraphIndex: 1, elseSubgraphIndex: 2 } },
  };
  return writeModel({
    operatorCodes: (["IF", "NEG", "SQUARE"] as const).map(operatorCode),
    subgraphs: [
      {
        tensors: [{ name: "condition", type: "bool", shape: [1] }, x("x"), x("y")],
        inputs: [0, 1],
        outputs: [2],
        operators: [{ opcodeIndex: 0, inputs: [0, 1], outputs: [2], ...value }],
      },
      branch(1),
      branch(2),
    ],
    buffers: [{}],
  });
}

test("a C kernel runs subgraphs: IF takes the branch that the condition says", async () => {
  const interpreter = await Interpreter.create(negativeOrSquare(), { packs });
  expect(interpreter.steps[0]!.pack.id).toBe("@acme/control");
  const results = [1, 0].map((condition) => {
    interpreter.inputs[0]!.bytes.set([condition]);
    interpreter.inputs[1]!.set(new Float32Array([3]));
    interpreter.invoke();
    return interpreter.outputs[0]!.data[0];
  });
  expect(results).toEqual([-3, 9]);
});

test("a C kernel that says that there is no output yet stops the graph", async () => {
  const interpreter = await Interpreter.create(unaryChain(["NEG", "ABS", "NEG"]), { packs: [control] });
  expect([interpreter.invoke(), interpreter.invoke(), interpreter.invoke()]).toEqual(["aborted", "ok", "aborted"]);
  expect([...interpreter.outputs[0]!.data]).toEqual([-1]);
});

test("a profiler sees every node, though neighbours run in one call without it", async () => {
  const seen: string[] = [];
  const profiler = {
    begin: ({ kernel }: ProfilerEvent) => seen.push(`+${kernel.name}`),
    end: ({ kernel }: ProfilerEvent) => seen.push(`-${kernel.name}`),
  };
  const interpreter = await Interpreter.create(unaryChain(["NEG", "NEG"]), { packs: [control], profiler });
  interpreter.invoke();
  expect(seen).toEqual(["+neg_f32", "-neg_f32", "+neg_f32", "-neg_f32"]);
});

/** sum += input, where sum is a variable: VAR_HANDLE, READ_VARIABLE, ADD, ASSIGN_VARIABLE. */
function accumulator(): Uint8Array {
  const operators = ["VAR_HANDLE", "READ_VARIABLE", "ADD", "ASSIGN_VARIABLE"] as const;
  const value = { builtinOptions: { type: "VarHandleOptions" as const, value: { sharedName: "sum" } } };
  return writeModel({
    operatorCodes: operators.map(operatorCode),
    subgraphs: [
      {
        tensors: [
          { name: "in", type: "float32", shape: [1] },
          { name: "handle", type: "resource", shape: [1] },
          { name: "before", type: "float32", shape: [1] },
          { name: "after", type: "float32", shape: [1] },
        ],
        inputs: [0],
        outputs: [3],
        operators: [
          { opcodeIndex: 0, inputs: [], outputs: [1], ...value },
          { opcodeIndex: 1, inputs: [1], outputs: [2] },
          { opcodeIndex: 2, inputs: [0, 2], outputs: [3] },
          { opcodeIndex: 3, inputs: [1, 3], outputs: [] },
        ],
      },
    ],
    buffers: [{}],
  });
}

test("a C kernel shares variables by handle with TypeScript kernels", async () => {
  const interpreter = await Interpreter.create(accumulator(), { packs });
  expect(interpreter.steps[0]!.pack.id).toBe("@acme/control");
  const sums = [1, 2, 4].map((value) => {
    interpreter.inputs[0]!.set(new Float32Array([value]));
    interpreter.invoke();
    return interpreter.outputs[0]!.data[0];
  });
  expect(sums).toEqual([1, 3, 7]);
});

import { type ModelDescription, withOfflinePlan, writeModel } from "@thimble/schema/writer";
import { describe, expect, test } from "vitest";
import { bytes, chain, increment, packOf, type ToyNode, toyModel, toyOperator } from "../test/toy.ts";
import {
  assignVariable,
  defineOperator,
  Interpreter,
  type InterpreterOptions,
  type Kernel,
  kernelStatus,
  readVariable,
  varHandle,
} from "./index.ts";
import { circularBuffer } from "./ops/custom.ts";

/** Adds up all bytes of both inputs, over and over. */
const mix: Kernel<number[], undefined> = {
  ...increment,
  name: "mix",
  operator: toyOperator("Mix", ["a", "b"]),
  types: "any, any -> any",
  invoke(node) {
    const [a, b, output] = [node.input(0).bytes, node.input(1).bytes, node.output(0).bytes];
    for (let i = 0; i < output.length; i++) output[i] = 3 * a[i % a.length]! + b[i % b.length]!;
    return undefined;
  },
};

/** Reads far less than it was given: the other end of an increment that makes more. */
const fold: Kernel<number[], undefined> = {
  ...increment,
  name: "fold",
  operator: toyOperator("Fold"),
  invoke(node) {
    const [input, output] = [node.input(0).bytes, node.output(0).bytes];
    output.fill(0);
    for (let i = 0; i < input.length; i++) output[i % output.length]! += input[i]!;
    return undefined;
  },
};

const spread: Kernel<number[], undefined> = {
  ...increment,
  name: "spread",
  operator: toyOperator("Spread"),
  invoke(node) {
    const [input, output] = [node.input(0).bytes, node.output(0).bytes];
    for (let i = 0; i < output.length; i++) output[i] = input[i % input.length]! + i;
    return undefined;
  },
};

const withEffects = (kernel: Kernel<number[], undefined>, hasEffects = true): Kernel<number[], undefined> => ({
  ...kernel,
  operator: defineOperator({ ...kernel.operator, hasEffects }),
});

const pack = packOf(mix, fold, spread);

const node = (op: string, inputs: number[], output: number): ToyNode => ({ op, inputs, outputs: [output] });

/** Two branches that widen and narrow, written side by side: both wide tensors live at once, which they need not. */
const branches: readonly ToyNode[] = [
  node("Spread", [0], 1),
  node("Spread", [0], 2),
  node("Fold", [1], 3),
  node("Fold", [2], 4),
  node("Mix", [3, 4], 5),
];
const lengths: readonly number[] = [16, 320, 640, 16, 48, 33];

const description = (sizes = lengths, variables: readonly number[] = [], nodes = branches): ModelDescription =>
  toyModel([
    {
      tensors: sizes.map((n, i) => bytes(`t${i}`, n, { isVariable: variables.includes(i) })),
      nodes: [...nodes],
      inputs: [0],
      outputs: [5],
    },
  ]);
const branchy = writeModel(description());

const create = (model: Uint8Array, options: Partial<InterpreterOptions> = {}): Promise<Interpreter> =>
  Interpreter.create(model, { packs: [pack], reorder: true, ...options });

const orderOf = ({ steps }: Interpreter): number[] => steps.map(({ node }) => node.index);

function outputOf(interpreter: Interpreter): number[] {
  interpreter.inputs[0]!.bytes.forEach((_, i, all) => {
    all[i] = 3 * i + 1;
  });
  interpreter.invoke();
  return [...interpreter.outputs[0]!.bytes];
}

describe("nodes run in another order", () => {
  test("where fewer bytes live at once, with the same outputs", async () => {
    const [given, reordered] = [await create(branchy, { reorder: false }), await create(branchy)];
    expect(given.plan).toMatchObject({ size: 976, lowerBound: 976, certificate: "optimal" });
    expect(reordered.plan).toMatchObject({ size: 704, lowerBound: 704, certificate: "optimal" });
    expect(orderOf(given)).toEqual([0, 1, 2, 3, 4]);
    expect(orderOf(reordered)).toEqual([0, 2, 1, 3, 4]);
    expect(reordered.arena.usedBytes).toBe(given.arena.usedBytes - 272);
    expect(outputOf(reordered)).toEqual(outputOf(given));
  });

  test("and keep their places in the model in steps and errors", async () => {
    const broken = {
      ...fold,
      invoke() {
        throw new Error("broken");
      },
    };
    const interpreter = await create(branchy, { packs: [packOf(mix, broken, spread)] });
    expect(interpreter.steps[1]!.node.location).toBe("subgraphs[0].operators[2] (Fold)");
    expect(() => interpreter.invoke()).toThrow("subgraphs[0].operators[2] (Fold): kernel fold");
  });

  test("with scratch counted as live", async () => {
    const hungry: Kernel<number[], undefined> = {
      ...spread,
      prepare(node, host) {
        if (node.index === 1) host.requestScratch("uint8", 640);
        return undefined;
      },
    };
    const model = writeModel(description([16, 320, 16, 16, 16, 16]));
    expect(orderOf(await create(model))).toEqual([0, 1, 2, 3, 4]);
    const interpreter = await create(model, { packs: [packOf(mix, fold, hungry)] });
    expect(orderOf(interpreter)).toEqual([1, 3, 0, 2, 4]);
    expect(interpreter.plan.size).toBe(672);
  });
});

describe("nodes run in the model's order", () => {
  test("unless it is asked for", async () => {
    const interpreter = await Interpreter.create(branchy, { packs: [pack] });
    expect(orderOf(interpreter)).toEqual([0, 1, 2, 3, 4]);
  });

  test("in a chain", async () => {
    const interpreter = await create(chain(64, 16, 128, 1, 64), { packs: [packOf(increment)] });
    expect(orderOf(interpreter)).toEqual([0, 1, 2, 3]);
  });

  test("where the model's own plan is kept", async () => {
    const planned = writeModel(withOfflinePlan(description(), [[0, 16, 336, 976, 992, 0]]));
    expect(orderOf(await create(planned))).toEqual([0, 1, 2, 3, 4]);
    expect(orderOf(await create(planned, { planner: "optimal" }))).toEqual([0, 2, 1, 3, 4]);
  });

  test("where the plan gets no smaller by another one", async () => {
    expect(orderOf(await create(branchy, { preserveAllTensors: true }))).toEqual([0, 1, 2, 3, 4]);
  });

  test("where a node between has effects", async () => {
    const packs = [packOf(mix, withEffects(fold), spread)];
    expect(orderOf(await create(branchy, { packs }))).toEqual([0, 1, 2, 3, 4]);
  });

  test.each([assignVariable, circularBuffer, readVariable, varHandle])(
    "where a node between has the effects of $name",
    async ({ hasEffects }) => {
      const packs = [packOf(mix, withEffects(fold, hasEffects), spread)];
      expect(orderOf(await create(branchy, { packs }))).toEqual([0, 1, 2, 3, 4]);
    },
  );

  test("where a node between has a variable", async () => {
    expect(orderOf(await create(writeModel(description(lengths, [3, 4]))))).toEqual([0, 1, 2, 3, 4]);
  });

  test("where a node between invokes a subgraph", async () => {
    const nodes = branches.map((node) => (node.op === "Fold" ? { ...node, customOptions: Uint8Array.of(1) } : node));
    const main = description(lengths, [], nodes);
    const called = { tensors: [bytes("called", 1)], operators: [], inputs: [0], outputs: [0] };
    const model = writeModel({ ...main, subgraphs: [...main.subgraphs!, called] });
    expect(orderOf(await create(model))).toEqual([0, 1, 2, 3, 4]);
  });
});

test("what is behind a node that has no output yet does not run", async () => {
  const ran: number[] = [];
  const noting: Kernel<number[], undefined> = {
    ...spread,
    invoke(node, data) {
      ran.push(node.index);
      return spread.invoke(node, data);
    },
  };
  const abort = withEffects({ ...fold, invoke: () => kernelStatus.aborted });
  const interpreter = await create(branchy, { packs: [packOf(mix, abort, noting)] });
  expect(interpreter.invoke()).toBe("aborted");
  expect(ran).toEqual([0, 1]);
});

test("the option has to be a yes or a no", async () => {
  await expect(create(branchy, { reorder: 1 as never })).rejects.toMatchObject({
    code: "OPTION_INVALID",
    message: 'reorder is "1", it can only be true or false',
  });
});

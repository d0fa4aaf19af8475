import { writeModel } from "@thimble/schema/writer";
import { describe, expect, test } from "vitest";
import { bytes, chain, increment, packOf, type ToyNode, toyModel, toyOperator } from "../test/toy.ts";
import { Interpreter, type InterpreterOptions, type Kernel } from "./index.ts";

const inPlace: Kernel<number[], undefined> = { ...increment, inPlace: [0] };

/** out = a + b, on either of them. */
const add: Kernel<number[], undefined> = {
  ...inPlace,
  name: "add",
  operator: toyOperator("Add", ["a", "b"]),
  types: "any, any -> any",
  inPlace: [0, 1],
  invoke(node) {
    const output = node.output(0).bytes;
    for (let i = 0; i < output.length; i++) output[i] = node.input(0).bytes[i]! + node.input(1).bytes[i]!;
    return undefined;
  },
};

/** Each byte twice, from front to back. */
const twice: Kernel<number[], undefined> = {
  ...increment,
  name: "twice",
  operator: toyOperator("Twice"),
  lead: (node) => node.input(0).byteLength,
  invoke(node) {
    const input = node.input(0).bytes;
    for (let i = 0; i < input.length; i++) node.output(0).bytes.fill(input[i]!, 2 * i, 2 * i + 2);
    return undefined;
  },
};

const create = (model: Uint8Array, options: Partial<InterpreterOptions> = {}): Promise<Interpreter> =>
  Interpreter.create(model, { packs: [packOf(inPlace, add, twice)], ...options });

const graph = (lengths: readonly number[], nodes: readonly ToyNode[], outputs = [lengths.length - 1]): Uint8Array =>
  writeModel(
    toyModel([{ tensors: lengths.map((n, i) => bytes(`t${i}`, n)), nodes: [...nodes], inputs: [0], outputs }]),
  );

const node = (op: string, inputs: number[], output: number): ToyNode => ({ op, inputs, outputs: [output] });

async function run(model: Uint8Array, options?: Partial<InterpreterOptions>): Promise<number[][]> {
  const interpreter = await create(model, options);
  interpreter.inputs[0]!.bytes.forEach((_, i, all) => {
    all[i] = 3 * i;
  });
  interpreter.invoke();
  return interpreter.outputs.map(({ bytes }) => [...bytes]);
}

const plannedBytes = async (model: Uint8Array, options?: Partial<InterpreterOptions>): Promise<number> =>
  (await create(model, options)).arena.nonPersistentBytes;

/** That a model gives the same with and without outputs on inputs. */
async function expectSame(model: Uint8Array): Promise<void> {
  expect(await run(model)).toEqual(await run(model, { preserveAllTensors: true }));
}

describe("outputs lie on inputs", () => {
  test("where the kernel takes that, from the second node on", async () => {
    const model = chain(64, 64, 64, 64);
    expect(await plannedBytes(model)).toBe(128);
    const { plan } = await create(chain(16, 64, 64));
    expect(plan).toMatchObject({ size: 80, certificate: "optimal", offsets: [64, 0, 0] });
    await expectSame(model);
  });

  test("unless that is turned off, or TFLM's plan is wanted", async () => {
    const model = chain(16, 64, 64);
    expect(await plannedBytes(model, { inPlace: false })).toBe(128);
    expect(await plannedBytes(model, { planner: "greedy" })).toBe(128);
    expect(await plannedBytes(model, { preserveAllTensors: true })).toBe(144);
  });

  test("as far in front as a kernel needs", async () => {
    const model = graph(
      [16, 64, 128, 16],
      [node("Increment", [0], 1), node("Twice", [1], 2), node("Increment", [2], 3)],
    );
    expect((await create(model)).plan).toMatchObject({ size: 144, certificate: "optimal" });
    await expectSame(model);
  });

  test("on both of two inputs that are one tensor", async () => {
    const model = graph([16, 64, 64], [node("Increment", [0], 1), node("Add", [1, 1], 2)]);
    expect(await plannedBytes(model)).toBe(80);
    await expectSame(model);
    const first = { ...add, inPlace: [0] };
    expect(await plannedBytes(model, { packs: [packOf(inPlace, first)] })).toBe(128);
  });
});

describe("outputs do not lie on inputs", () => {
  test.each<[string, Uint8Array, number]>([
    ["that the graph was given", chain(64, 64), 128],
    ["that the graph gives", graph([64, 64, 64], [node("Increment", [0], 1), node("Increment", [1], 2)], [1, 2]), 128],
    [
      "that a later node reads",
      graph([16, 64, 64, 64], [node("Increment", [0], 1), node("Increment", [1], 2), node("Add", [1, 2], 3)]),
      128,
    ],
    ["of another size", chain(16, 64, 80), 144],
  ])("%s", async (_, model, planned) => {
    expect(await plannedBytes(model)).toBe(planned);
    await expectSame(model);
  });

  test("that are variables", async () => {
    const model = writeModel(
      toyModel([
        {
          tensors: [bytes("x", 16), bytes("state", 64, { isVariable: true }), bytes("y", 64), bytes("z", 16)],
          nodes: [node("Increment", [1], 2), node("Increment", [2], 3)],
          inputs: [0],
          outputs: [3],
        },
      ]),
    );
    const interpreter = await create(model);
    interpreter.invoke();
    expect([...interpreter.tensor(1).bytes]).toEqual(Array(64).fill(0));
  });
});

test("the option has to be a yes or a no", async () => {
  await expect(create(chain(1, 1), { inPlace: "yes" as never })).rejects.toMatchObject({ code: "OPTION_INVALID" });
});

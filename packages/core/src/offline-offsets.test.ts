import { readModel } from "@thimble/schema";
import { describeModel, type OfflinePlan, withOfflinePlan, writeModel } from "@thimble/schema/writer";
import { describe, expect, test } from "vitest";
import { bytes, chain, toyModel, toyPack } from "../test/toy.ts";
import { Interpreter, type InterpreterOptions } from "./index.ts";

const create = (model: Uint8Array, options: Partial<InterpreterOptions> = {}): Promise<Interpreter> =>
  Interpreter.create(model, { packs: [toyPack], ...options });

const planned = (model: Uint8Array, ...offsets: OfflinePlan): Uint8Array =>
  writeModel(withOfflinePlan(describeModel(readModel(model)), offsets));

/** Where each tensor of the main graph lies. */
async function offsetsOf(model: Uint8Array, options?: Partial<InterpreterOptions>): Promise<readonly number[]> {
  return (await create(model, options)).plan.offsets;
}

/** t0 increments into t1, with a variable that nothing touches beside them. */
const withVariable = writeModel(
  toyModel([
    {
      tensors: [bytes("t0", 16), bytes("t1", 16), bytes("t2", 16), bytes("state", 16, { isVariable: true })],
      nodes: [
        { op: "Increment", inputs: [0], outputs: [1] },
        { op: "Increment", inputs: [1], outputs: [2] },
      ],
      inputs: [0],
      outputs: [2],
    },
  ]),
);

describe("a model with a plan of its own", () => {
  const model = planned(chain(16, 16, 16), [64, undefined, 32]);

  test("has its tensors where the plan says, and the rest around them", async () => {
    const interpreter = await create(model);
    expect(interpreter.plan).toMatchObject({ planner: "offline", offsets: [64, 0, 32], size: 80 });
    interpreter.inputs[0]!.bytes.fill(7);
    interpreter.invoke();
    expect([...interpreter.outputs[0]!.bytes]).toEqual(Array(16).fill(9));
  });

  test.each(["greedy", "linear", "optimal"] as const)("is planned anew by the planner %s", async (planner) => {
    expect(await offsetsOf(model, { planner })).toEqual(await offsetsOf(chain(16, 16, 16), { planner }));
  });

  test("is planned anew where all tensors are to be kept", async () => {
    expect(await offsetsOf(model, { preserveAllTensors: true })).toEqual([0, 16, 32]);
  });

  test("may leave everything to the interpreter", async () => {
    const open = planned(chain(16, 16, 16), [undefined, undefined, undefined]);
    expect(await offsetsOf(open)).toEqual(await offsetsOf(open, { planner: "greedy" }));
  });

  test("keeps a variable where the plan puts it, with its bytes", async () => {
    const interpreter = await create(planned(withVariable, [undefined, undefined, undefined, 16]));
    const state = interpreter.tensor(3);
    state.bytes.fill(5);
    interpreter.inputs[0]!.bytes.fill(1);
    interpreter.invoke();
    expect([...state.bytes]).toEqual(Array(16).fill(5));
    expect(interpreter.plan.buffers.map(({ name }) => name)).toEqual(["t0", "t1", "t2", "state"]);
    expect(interpreter.arena.persistentBytes).toBe(0);
    expect((await create(withVariable)).arena.persistentBytes).toBe(16);
  });

  test("is refused where two tensors in use at once would share bytes, unless a planner is named", async () => {
    const clash = planned(chain(16, 20, 16), [0, 0, 32]);
    const message = expect.stringMatching(/puts t0 at 0 to 16 and t1 at 0 to 20 while both are in use; name a planner/);
    await expect(create(clash)).rejects.toMatchObject({ code: "PLAN_INVALID", message });
    await expect(create(clash, { planner: "greedy" })).resolves.toBeInstanceOf(Interpreter);
  });

  test("is refused naming tensors without names by index", async () => {
    const tensors = Array.from({ length: 3 }, () => bytes("", 16));
    const nodes = [
      { op: "Increment", inputs: [0], outputs: [1] },
      { op: "Increment", inputs: [1], outputs: [2] },
    ];
    const nameless = writeModel(toyModel([{ tensors, nodes, inputs: [0], outputs: [2] }]));
    const message = expect.stringMatching(/puts tensor 1 at 0 to 16 and tensor 2 at 0 to 16 while/);
    await expect(create(planned(nameless, [32, 0, 0]))).rejects.toMatchObject({ code: "PLAN_INVALID", message });
  });

  test("takes no more memory than any model does unasked", async () => {
    const far = planned(chain(16, 16, 16), [2 ** 31 - 16, undefined, 0]);
    await expect(create(far)).rejects.toMatchObject({ code: "ARENA_TOO_LARGE" });
  });

  test("is refused where the plan is no plan", async () => {
    const model = writeModel({
      ...describeModel(readModel(chain(1, 1))),
      metadata: [{ name: "OfflineMemoryAllocation", buffer: 0 }],
    });
    await expect(create(model)).rejects.toMatchObject({ code: "PLAN_INVALID" });
    await expect(create(model, { preserveAllTensors: true })).resolves.toBeInstanceOf(Interpreter);
  });
});

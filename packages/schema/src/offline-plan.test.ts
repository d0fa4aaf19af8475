import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { smallModel } from "../test/small-model.ts";
import { readModel } from "./model.ts";
import { bufferBytes } from "./model-bytes.ts";
import { type OfflinePlan, readOfflinePlan, withOfflinePlan } from "./offline-plan.ts";
import { describeModel, type ModelDescription, writeModel } from "./writer.ts";

/** A model with a subgraph for each list, of as many tensors. */
const modelFor = (plan: OfflinePlan): ModelDescription => ({
  buffers: [{}],
  subgraphs: plan.map((offsets) => ({ tensors: offsets.map(() => ({ name: "t", type: "int8", shape: [1] })) })),
});

const read = (description: ModelDescription): OfflinePlan | undefined =>
  readOfflinePlan(readModel(writeModel(description)));

/** The small model with three tensors and metadata of these words. */
function readWords(words: readonly number[], extraBytes = 0): OfflinePlan | undefined {
  const data = new Uint8Array(4 * words.length + extraBytes);
  words.forEach((word, i) => {
    new DataView(data.buffer).setInt32(4 * i, word, true);
  });
  const buffers = [...smallModel.buffers!, { data }];
  return read({ ...smallModel, buffers, metadata: [{ name: "OfflineMemoryAllocation", buffer: buffers.length - 1 }] });
}

const anyOffset = fc.option(fc.integer({ min: 0, max: 2 ** 31 - 1 }), { nil: undefined });
const anyPlan = fc.array(fc.array(anyOffset, { maxLength: 9 }), { minLength: 1, maxLength: 4 });

describe("a model's own plan", () => {
  test("reads as it was written, whatever it is", () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        expect(read(withOfflinePlan(modelFor(plan), plan))).toEqual(plan);
      }),
    );
  });

  test("takes the place of the one before, and nothing else changes", () => {
    const once = withOfflinePlan(smallModel, [[0, undefined, 16]]);
    const twice = withOfflinePlan(once, [[32, undefined, 0]]);
    expect(read(twice)).toEqual([[32, undefined, 0]]);
    expect(twice.buffers).toHaveLength(once.buffers!.length);
    expect({ ...twice, buffers: twice.buffers!.slice(0, 3), metadata: twice.metadata!.slice(0, 1) }).toEqual(
      smallModel,
    );
  });

  test("leaves a buffer alone that a tensor shares with the one before", () => {
    const shared = { ...smallModel, metadata: [{ name: "OfflineMemoryAllocation", buffer: 1 }] };
    const model = readModel(writeModel(withOfflinePlan(shared, [[0, 16, 32]])));
    expect([...bufferBytes(model, 1)]).toEqual([1, 2, 3, 4]);
    expect(readOfflinePlan(model)).toEqual([[0, 16, 32]]);
  });

  test("lies in the file as TFLM reads it: version, subgraphs, tensors, offsets", () => {
    const { buffers, metadata } = withOfflinePlan(modelFor([[1, 2], [], [3]]), [[16, undefined], [], [2 ** 31 - 1]]);
    const data = buffers![metadata![0]!.buffer!]!.data!;
    expect([...new Int32Array(data.buffer)]).toEqual([1, 3, 3, 16, -1, 2 ** 31 - 1]);
  });

  test("is not there where no metadata says so", () => {
    expect(read(smallModel)).toBeUndefined();
  });

  test("may have any version and any number of subgraphs, and more bytes than it needs, as in TFLM", () => {
    expect(readWords([0, 7, 3, 0, -1, 64, 5], 3)).toEqual([[0, undefined, 64]]);
  });

  test("is the last of several, as in TFLM", () => {
    const { buffers, metadata, ...rest } = withOfflinePlan(smallModel, [[0, undefined, 16]]);
    const last = withOfflinePlan(smallModel, [[48, undefined, 32]]);
    const both = { ...rest, buffers: [...buffers!, last.buffers!.at(-1)!] };
    const twice = [...metadata!, { name: "OfflineMemoryAllocation", buffer: buffers!.length }];
    expect(read({ ...both, metadata: twice })).toEqual([[48, undefined, 32]]);
  });

  test.each<[string, readonly number[], number, RegExp]>([
    ["nothing", [], 0, /it has 0 bytes, a plan begins with 12/],
    ["half a header", [1, 1], 3, /it has 11 bytes/],
    ["offsets for other tensors", [1, 1, 2, 0, 16], 0, /for 2 tensors, the model has 3/],
    ["a negative number of tensors", [1, 1, -1], 0, /for -1 tensors/],
    ["fewer offsets than it says", [1, 1, 3, 0, 16], 3, /it has 23 bytes, a plan for 3 tensors has 24/],
    ["an offset before the start", [1, 1, 3, 0, -2, 16], 0, /the offset of tensor 1 is -2/],
  ])("is refused with %s, and the remedy is named", (_, words, extraBytes, message) => {
    const error = { code: "PLAN_INVALID", where: "metadata[0] (OfflineMemoryAllocation)" };
    expect(() => readWords(words, extraBytes)).toThrow(
      expect.objectContaining({ ...error, message: expect.stringMatching(message) }),
    );
    expect(() => readWords(words, extraBytes)).toThrow(/name a planner/);
  });

  test.each<[string, OfflinePlan, RegExp]>([
    ["for other tensors", [[0, 16]], /for 2 tensors, the model has 3/],
    ["for other subgraphs", [[0, 16, 32], []], /for 3 \+ 0 tensors, the model has 3/],
    ["with half a byte", [[0, 0.5, 32]], /tensor 1 is 0.5/],
    ["beyond an int32", [[0, 0, 2 ** 31]], /tensor 2 is 2147483648/],
    ["before the start", [[-5, 0, 0]], /tensor 0 is -5/],
  ])("is not written %s", (_, plan, message) => {
    const write = () => withOfflinePlan(describeModel(readModel(writeModel(smallModel))), plan);
    expect(write).toThrow(expect.objectContaining({ code: "WRITER_INVALID", message: expect.stringMatching(message) }));
  });
});

import { createHash } from "node:crypto";
import { Interpreter, type InterpreterOptions } from "@thimble/core";
import {
  hasShared,
  inputSetsOf,
  metaOf,
  modelNames,
  needsShared,
  readModel,
  readShared,
  readTensors,
} from "@thimble/goldens";
import reference from "@thimble/kernels-reference";
import { describe, expect, test } from "vitest";
import { compareOutput, formatDifference, toleranceOf } from "../src/index.ts";

const create = (model: string, options?: Partial<InterpreterOptions>): Promise<Interpreter> =>
  Interpreter.create(readModel(model), { packs: [reference], ...options });

/** One of eight equal parts. */
const partOf = (bytes: Uint8Array, part: number): Uint8Array =>
  bytes.slice((part * bytes.length) / 8, ((part + 1) * bytes.length) / 8);

function setInputs(interpreter: Interpreter, model: string, set: string): void {
  const inputs = readTensors(model, "in", set);
  for (const [i, input] of interpreter.inputs.entries()) input.set(inputs[i]!);
}

function expectOutputs(interpreter: Interpreter, model: string, suffix: string): void {
  const expected = readTensors(model, "out", suffix);
  interpreter.outputs.forEach((output, i) => {
    const difference = compareOutput(output, i, expected[i]!, {
      tolerance: toleranceOf("default"),
    });
    expect(difference && formatDifference(difference)).toBeUndefined();
  });
}

describe.skipIf(!hasShared)(needsShared("whole models give TFLM's outputs"), () => {
  describe.each(modelNames)("%s", (model) => {
    test.each(inputSetsOf(model))("on input set %s", async (set) => {
      const interpreter = await create(model);
      setInputs(interpreter, model, set);
      expect(interpreter.invoke()).toBe("ok");
      expectOutputs(interpreter, model, set);
      for (const again of [2, 3]) {
        setInputs(interpreter, model, set);
        expect(interpreter.invoke(), `invoke ${again}`).toBe("ok");
      }
      expectOutputs(interpreter, model, readTensors(model, "out", `${set}.k3`).length > 0 ? `${set}.k3` : set);
      interpreter.reset();
      setInputs(interpreter, model, set);
      interpreter.invoke();
      expectOutputs(interpreter, model, set);
      interpreter.dispose();
    });

    const inputs = readTensors(model, "in", "seq8");
    if (inputs.length > 0)
      test("on eight inputs in a row through one interpreter", async () => {
        const interpreter = await create(model);
        const expected = readTensors(model, "out", "seq8");
        for (let frame = 0; frame < 8; frame++) {
          for (const [i, input] of interpreter.inputs.entries()) input.set(partOf(inputs[i]!, frame));
          interpreter.invoke();
          for (const [i, output] of interpreter.outputs.entries()) {
            const difference = compareOutput(output, i, partOf(expected[i]!, frame), {
              tolerance: toleranceOf("default"),
            });
            expect(difference && formatDifference(difference), `frame ${frame}`).toBeUndefined();
          }
        }
      });

    test("layer by layer, with all tensors preserved", async () => {
      const interpreter = await create(model, { preserveAllTensors: true });
      setInputs(interpreter, model, "s0");
      interpreter.invoke();
      const { tensors } = JSON.parse(Buffer.from(readShared("goldens/models", model, "layers.s0.json")).toString());
      for (const { index, name, type, sha256 } of tensors) {
        if (type.startsWith("FLOAT")) continue;
        const digest = createHash("sha256").update(interpreter.tensor(index).bytes).digest("hex");
        expect(digest, `tensor ${index} ${name}`).toBe(sha256);
      }
    });

    test("in no more memory than TFLM on a 32-bit target, by a plan that is proven the least", async () => {
      const { arena, plan } = await create(model);
      expect(plan.certificate).toBe("optimal");
      expect(arena.usedBytes).toBeLessThanOrEqual(metaOf(model).arena_used_bytes_32bit!);
      expect((await create(model, { arenaBytes: arena.usedBytes })).arena.usedBytes).toBe(arena.usedBytes);
      const less = create(model, { arenaBytes: arena.usedBytes - 1 });
      await expect(less).rejects.toMatchObject({
        code: "ARENA_TOO_SMALL",
        message: expect.stringMatching(`${arena.usedBytes} bytes, ${arena.usedBytes - 1} were given`),
      });
    });

    test("in TFLM's non-persistent memory, with its planner", async () => {
      const { arena } = await create(model, { planner: "greedy" });
      expect(arena.nonPersistentBytes).toBe(metaOf(model).arena_nonpersistent_bytes_32bit);
    });
  });
});

describe.skipIf(!hasShared)(needsShared("vww_96_int8 is planned in"), () => {
  test.each<[number, string, Partial<InterpreterOptions>]>([
    [73728, "as TFLM does", { planner: "greedy" }],
    [55296, "with nothing in place", { inPlace: false }],
    [46080, "with convolutions that write over what they have read", {}],
  ])("%d bytes %s", async (planned, _, options) => {
    const { arena } = await create("vww_96_int8", options);
    expect(arena.nonPersistentBytes).toBe(planned);
  });
});

describe.skipIf(!hasShared)(needsShared("models that TFLM refuses give one clear error"), () => {
  test.each([
    ["kws_ref_model_float32", "HYBRID_UNSUPPORTED", /CONV_2D.*full integer quantization/],
    ["person_detect_vela", "OPERATOR_UNSUPPORTED", /ethos-u.*packs tried: @thimble\/kernels-reference/],
  ])("%s", async (model, code, message) => {
    const error = await create(model).catch((error: unknown) => error);
    expect(error).toMatchObject({ code });
    expect((error as Error).message).toMatch(message);
  });
});

describe.skipIf(!hasShared)(needsShared("person_detect tells people from what is none"), () => {
  /** TFLM's test pictures hold the bytes of the int8 input, a row after another. */
  const samplePixels = (file: string): Uint8Array => {
    const bmp = Buffer.from(readShared("samples", file));
    const rows = bmp.subarray(bmp.readUInt32LE(10));
    return Uint8Array.from({ length: 96 * 96 }, (_, i) => rows[(95 - Math.floor(i / 96)) * 96 + (i % 96)]!);
  };

  test.each([
    ["person.bmp", [-113, 113]],
    ["no_person.bmp", [57, -57]],
  ])("%s", async (file, scores) => {
    const interpreter = await create("person_detect");
    interpreter.inputs[0]!.set(samplePixels(file));
    interpreter.invoke();
    expect([...interpreter.outputs[0]!.data]).toEqual(scores);
  });
});

describe.skipIf(!hasShared)(needsShared("models in one arena"), () => {
  const together = ["micro_speech_quantized", "person_detect", "hello_world_int8", "trained_lstm_int8"];
  const sources = () => together.map(readModel);

  test("give what they give alone, in turns", async () => {
    const { interpreters } = await Interpreter.createShared(sources(), { packs: [reference] });
    for (const at of [0, 1, 0, 2, 3, 1, 2, 2, 0]) {
      const [interpreter, model] = [interpreters[at]!, together[at]!];
      interpreter.reset();
      setInputs(interpreter, model, "s0");
      expect(interpreter.invoke()).toBe("ok");
      expectOutputs(interpreter, model, "s0");
    }
  });

  test("take the sum of their persistent parts and the largest of the others", async () => {
    const alone = await Promise.all(together.map((model) => create(model)));
    const persistent = alone.reduce((sum, { arena }) => sum + arena.persistentBytes, 0);
    const planned = Math.max(...alone.map(({ arena }) => arena.nonPersistentBytes));
    const options = { packs: [reference], arenaBytes: persistent + planned };
    const { arena } = await Interpreter.createShared(sources(), options);
    expect(arena).toMatchObject({ usedBytes: persistent + planned, nonPersistentBytes: planned });
    const less = Interpreter.createShared(sources(), { ...options, arenaBytes: persistent + planned - 1 });
    await expect(less).rejects.toMatchObject({ code: "ARENA_TOO_SMALL" });
  });
});

import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Interpreter, type InterpreterOptions } from "@thimble/core";
import reference from "@thimble/kernels-reference";
import { describe, expect, test } from "vitest";
import { compareOutput, formatDifference, toleranceOf } from "../src/index.ts";
import { hasShared, needsShared, sharedFolder } from "./shared.ts";

const MODELS = [
  "hello_world_int8",
  "hello_world_float",
  "person_detect",
  "vww_96_int8",
  "vww_96_float",
  "kws_ref_model",
  "pretrainedResnet_quant",
  "ad01_int8",
  "ad01_fp32",
  "micro_speech_quantized",
  "simple_add_model",
  "keyword_scrambled_8bit",
  "seanet_add0",
  "seanet_add3",
  "seanet_add11",
  "seanet_add16",
  "seanet_conv1",
  "seanet_conv6",
  "seanet_conv13",
  "seanet_conv18",
  "seanet_conv20",
  "seanet_pad1",
  "seanet_pad18",
  "seanet_quantize1",
  "seanet_sub2",
];

interface Meta {
  readonly model: string;
  readonly arena_nonpersistent_bytes_32bit?: number;
}

const goldens = (model: string, file: string): string => join(sharedFolder, "goldens/models", model, file);
const read = (file: string): Uint8Array => new Uint8Array(readFileSync(file));

const metaOf = (model: string): Meta => JSON.parse(readFileSync(goldens(model, "meta.json"), "utf8"));

const create = (model: string, options?: Partial<InterpreterOptions>): Promise<Interpreter> =>
  Interpreter.create(read(join(sharedFolder, "models", metaOf(model).model)), { packs: [reference], ...options });

function setInputs(interpreter: Interpreter, model: string, set: string): void {
  for (const [i, input] of interpreter.inputs.entries()) input.set(read(goldens(model, `in${i}.${set}.bin`)));
}

function expectOutputs(interpreter: Interpreter, model: string, suffix: string): void {
  interpreter.outputs.forEach((output, i) => {
    const difference = compareOutput(output, i, read(goldens(model, `out${i}.${suffix}.bin`)), toleranceOf("default"));
    expect(difference && formatDifference(difference)).toBeUndefined();
  });
}

describe.skipIf(!hasShared)(needsShared("whole models give TFLM's outputs"), () => {
  describe.each(MODELS)("%s", (model) => {
    const sets = hasShared
      ? ["s0", "s1", "s2", "csv"].filter((set) => existsSync(goldens(model, `in0.${set}.bin`)))
      : [];

    test.each(sets)("on input set %s", async (set) => {
      const interpreter = await create(model);
      setInputs(interpreter, model, set);
      expect(interpreter.invoke()).toBe("ok");
      expectOutputs(interpreter, model, set);
      for (const again of [2, 3]) {
        setInputs(interpreter, model, set);
        expect(interpreter.invoke(), `invoke ${again}`).toBe("ok");
      }
      expectOutputs(interpreter, model, existsSync(goldens(model, `out0.${set}.k3.bin`)) ? `${set}.k3` : set);
      interpreter.reset();
      setInputs(interpreter, model, set);
      interpreter.invoke();
      expectOutputs(interpreter, model, set);
      interpreter.dispose();
    });

    test("layer by layer, with all tensors preserved", async () => {
      const interpreter = await create(model, { preserveAllTensors: true });
      setInputs(interpreter, model, "s0");
      interpreter.invoke();
      const { tensors } = JSON.parse(readFileSync(goldens(model, "layers.s0.json"), "utf8"));
      for (const { index, name, type, sha256 } of tensors) {
        if (type.startsWith("FLOAT")) continue;
        const digest = createHash("sha256").update(interpreter.tensor(index).bytes).digest("hex");
        expect(digest, `tensor ${index} ${name}`).toBe(sha256);
      }
    });

    test("in TFLM's non-persistent memory", async () => {
      const expected = metaOf(model).arena_nonpersistent_bytes_32bit;
      const interpreter = await create(model);
      if (expected !== undefined) expect(interpreter.arena.nonPersistentBytes).toBeLessThanOrEqual(expected);
    });
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
    const bmp = readFileSync(join(sharedFolder, "samples", file));
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

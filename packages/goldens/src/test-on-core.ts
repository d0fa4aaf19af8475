import { Interpreter, type LoadedPack } from "@thimble/core";
import { obstacleTo, openDevice, targetNamed } from "@thimble/devices";
import { describe, expect, test } from "vitest";
import { missingShared, readModel, readTensors, titled } from "./goldens.ts";

/** One of the sets of inputs: on a core one is enough. */
const SET = "s1";

/** The five models that every core runs. */
const MODELS: readonly string[] = [
  "person_detect",
  "kws_ref_model",
  "micro_speech_quantized",
  "ad01_int8",
  "pretrainedResnet_quant",
];

async function expectGolden(name: string, packs: readonly LoadedPack[]): Promise<void> {
  const interpreter = await Interpreter.create(readModel(name), { packs });
  const inputs = readTensors(name, "in", SET);
  for (const [i, input] of interpreter.inputs.entries()) input.set(inputs[i]!);
  interpreter.invoke();
  const outputs = interpreter.outputs.map(({ bytes }) => Buffer.from(bytes));
  interpreter.dispose();
  expect(outputs).toEqual(readTensors(name, "out", SET).map((bytes) => Buffer.from(bytes)));
}

/** Runs a model with all kernels on a core, holds its outputs to the golden's, and gives the instructions of the invoke. */
async function runOnCore(directory: string, core: string, name: string): Promise<number> {
  let total = 0;
  const { pack, device } = await openDevice(directory, core, {
    onCount: ({ instructions }) => {
      total += instructions;
    },
  });
  try {
    await expectGolden(name, [pack]);
    return total;
  } finally {
    device.dispose();
  }
}

/**
 * Makes a test for each model: with all kernels on the core it gives TensorFlow Lite Micro's bytes, in fewer instructions
 * than another runtime. Where the core's tools or the models are missing, the tests are skipped and say why.
 *
 * @param directory of the pack's package
 * @param most instructions of an invoke that it has to stay below, by model. Default is the five models, however long.
 */
export function testModelsOnCore(
  directory: string,
  core: string,
  most: Readonly<Record<string, number>> = Object.fromEntries(MODELS.map((name) => [name, Number.POSITIVE_INFINITY])),
): void {
  const obstacle = obstacleTo(targetNamed(core)) ?? missingShared;
  describe(titled(`whole models on ${core}`, obstacle), () => {
    for (const [name, limit] of Object.entries(most))
      test.skipIf(obstacle !== undefined)(titleOf(name, limit), async () => {
        const instructions = await runOnCore(directory, core, name);
        expect(instructions).toBeGreaterThan(0);
        expect(instructions).toBeLessThan(limit);
      });
  });
}

const titleOf = (name: string, limit: number): string =>
  `${name}: the golden's bytes${Number.isFinite(limit) ? ` in fewer than ${Math.ceil(limit)} instructions` : ""}`;

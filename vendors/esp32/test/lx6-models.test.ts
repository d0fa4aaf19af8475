import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Interpreter } from "@thimble/core";
import { obstacleTo, openDevice, targetNamed } from "@thimble/devices";
import { describe, expect, test } from "vitest";

const directory = fileURLToPath(new URL("..", import.meta.url));
const shared = fileURLToPath(new URL("../../../../shared/", import.meta.url));
const read = (path: string): Uint8Array => new Uint8Array(readFileSync(shared + path));

/** The core that has MAC16. */
const LX6 = "xtensa-mac16";

/** Instructions of one invoke of the plain tier's loops on the same core. */
const PLAIN: Readonly<Record<string, number>> = {
  ad01_int8: 1_679_572,
  kws_ref_model: 21_735_856,
  micro_speech_quantized: 2_641_328,
  person_detect: 60_661_418,
  pretrainedResnet_quant: 90_425_161,
};

const lacks =
  obstacleTo(targetNamed(LX6)) ?? (existsSync(shared) ? undefined : "no folder ../shared beside the project");
const title = `whole models with all kernels on ${LX6}${lacks === undefined ? "" : ` (skipped: ${lacks})`}`;

describe.skipIf(lacks !== undefined)(title, () => {
  test.each(Object.entries(PLAIN))("%s: the goldens' bytes, in fewer instructions than %d", async (name, plain) => {
    let instructions = 0;
    const { pack, device } = await openDevice(directory, LX6, {
      onCount: (count) => {
        instructions += count.instructions;
      },
    });
    const interpreter = await Interpreter.create(read(`models/${name}.tflite`), { packs: [pack] });
    interpreter.inputs.forEach((input, i) => {
      input.set(read(`goldens/models/${name}/in${i}.s1.bin`));
    });
    interpreter.invoke();
    interpreter.outputs.forEach((output, i) => {
      expect(Buffer.from(output.bytes).equals(read(`goldens/models/${name}/out${i}.s1.bin`))).toBe(true);
    });
    interpreter.dispose();
    device.dispose();
    expect(instructions).toBeGreaterThan(0);
    expect(instructions).toBeLessThan(plain);
  });
});

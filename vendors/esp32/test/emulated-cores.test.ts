import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runSuite } from "@thimble/conformance/suite";
import { Interpreter } from "@thimble/core";
import { obstacleTo, openDevice, targetNamed } from "@thimble/devices";
import { describe, expect, test } from "vitest";

const directory = fileURLToPath(new URL("..", import.meta.url));
const shared = fileURLToPath(new URL("../../../../shared/", import.meta.url));
const read = (path: string): Uint8Array => new Uint8Array(readFileSync(shared + path));

/** A title that says why a test is skipped. */
const titled = (title: string, obstacle: string | undefined): string =>
  obstacle === undefined ? title : `${title} (skipped: ${obstacle})`;

/** The ESP32-C3's instruction set: its counts are held to ESP-NN's. */
const C3 = "rv32imc";

/** The pack's own kernels' operators; `thimble conform . --target NAME` runs all. */
const OPERATORS = ["conv_2d", "depthwise_conv_2d", "fully_connected", "svdf"];

/**
 * Most instructions of one invoke: 0.8 of what TensorFlow Lite Micro takes on the same core with ESP-NN's C kernels, whose
 * counts are the second factors.
 */
const MOST_INSTRUCTIONS: Readonly<Record<string, number>> = {
  hello_world_int8: 0.8 * 5_586,
  keyword_scrambled_8bit: 0.8 * 270_414,
  micro_speech_quantized: 0.8 * 1_799_893,
  ad01_int8: 0.8 * 2_454_005,
  kws_ref_model: 0.8 * 25_826_772,
  person_detect: 0.8 * 58_655_991,
  vww_96_int8: 0.8 * 65_262_398,
  pretrainedResnet_quant: 0.8 * 96_412_785,
};

describe.each([C3, "xtensa-lx106", "xtensa-mac16"])("%s", (name) => {
  const obstacle = obstacleTo(targetNamed(name));
  test.skipIf(obstacle !== undefined)(
    titled(`conforms in ${OPERATORS.join(", ")}`, obstacle),
    async () => {
      const report = await runSuite({ pack: directory, targets: [name], operators: OPERATORS, runs: 2 });
      expect(report.targets).toMatchObject([{ target: name, verdict: "passed", failures: [], problems: [] }]);
    },
    1_800_000,
  );
});

const lacks =
  obstacleTo(targetNamed(C3)) ?? (existsSync(shared) ? undefined : "no folder ../shared beside the project");

describe.skipIf(lacks !== undefined)(titled(`whole models with all kernels on ${C3}`, lacks), () => {
  test.each(Object.entries(MOST_INSTRUCTIONS))(
    "%s: the goldens' bytes, in fewer instructions than %d",
    async (name, most) => {
      let instructions = 0;
      const onCount = (count: { readonly instructions: number }): void => {
        instructions += count.instructions;
      };
      const { pack, device } = await openDevice(directory, C3, { onCount });
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
      expect(instructions).toBeLessThan(most);
    },
  );
});

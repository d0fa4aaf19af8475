import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Report, runSuite } from "@thimble/conformance/suite";
import { Interpreter } from "@thimble/core";
import { obstacleTo, openDevice, targets } from "@thimble/devices";
import { describe, expect, test } from "vitest";

const directory = fileURLToPath(new URL("..", import.meta.url));
const shared = fileURLToPath(new URL("../../../../shared/", import.meta.url));
const read = (path: string): Uint8Array => new Uint8Array(readFileSync(shared + path));

/** A title that says why a test is skipped. */
const titled = (title: string, obstacle: string | undefined): string =>
  obstacle === undefined ? title : `${title} (skipped: ${obstacle})`;

/** What runs on every core here; `thimble conform . --target NAME` runs all of it. */
const OPERATORS = ["fully_connected", "softmax", "add"];

const MODELS = ["person_detect", "kws_ref_model", "micro_speech_quantized", "ad01_int8", "pretrainedResnet_quant"];

let report: Promise<Report> | undefined;

/** One run for all cores. */
function runOnce(): Promise<Report> {
  const names = targets.map(({ name }) => name);
  report ??= runSuite({ pack: directory, targets: names, operators: OPERATORS, runs: 2 });
  return report;
}

describe.each(targets)("$name", (target) => {
  const obstacle = obstacleTo(target);
  test.skipIf(obstacle !== undefined)(
    titled(`conforms in ${OPERATORS.join(", ")}`, obstacle),
    async () => {
      const found = (await runOnce()).targets!.find((other) => other.target === target.name)!;
      expect(found).toMatchObject({ verdict: "passed", failures: [], problems: [] });
    },
    1_800_000,
  );

  const lacks = obstacle ?? (existsSync(shared) ? undefined : "no folder ../shared beside the project");
  const whole = titled("gives the goldens' bytes for whole models, with all kernels on the core", lacks);
  test.skipIf(lacks !== undefined)(whole, async () => {
    const { pack, device } = await openDevice(directory, target.name);
    for (const name of MODELS) {
      const interpreter = await Interpreter.create(read(`models/${name}.tflite`), { packs: [pack] });
      interpreter.inputs.forEach((input, i) => {
        input.set(read(`goldens/models/${name}/in${i}.s1.bin`));
      });
      interpreter.invoke();
      interpreter.outputs.forEach((output, i) => {
        expect(Buffer.from(output.bytes).equals(read(`goldens/models/${name}/out${i}.s1.bin`)), name).toBe(true);
      });
      interpreter.dispose();
    }
    device.dispose();
  });
});

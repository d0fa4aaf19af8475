import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Report, runSuite } from "@thimble/conformance/suite";
import { Interpreter } from "@thimble/core";
import { obstacleTo, openDevice, targetNamed } from "@thimble/devices";
import { describe, expect, test } from "vitest";
import { cores, figures } from "./figures.ts";

const directory = fileURLToPath(new URL("..", import.meta.url));
const shared = fileURLToPath(new URL("../../../../shared/", import.meta.url));
const read = (path: string): Uint8Array => new Uint8Array(readFileSync(shared + path));

/** A title that says why a test is skipped. */
const titled = (title: string, obstacle: string | undefined): string =>
  obstacle === undefined ? title : `${title} (skipped: ${obstacle})`;

/** What runs on every core here; `thimble conform . --target NAME` runs all of it. */
const OPERATORS = ["depthwise_conv_2d", "fully_connected"];

let report: Promise<Report> | undefined;

/** One run for all cores. */
function runOnce(): Promise<Report> {
  report ??= runSuite({ pack: directory, targets: [...cores], operators: OPERATORS, runs: 2 });
  return report;
}

/** Runs a model once on its golden's inputs: instructions, and whether the outputs are the golden's. */
async function runModel(core: string, name: string): Promise<{ instructions: number; isGolden: boolean }> {
  let instructions = 0;
  const { pack, device } = await openDevice(directory, core, {
    onCount: (count) => {
      instructions += count.instructions;
    },
  });
  try {
    const interpreter = await Interpreter.create(read(`models/${name}.tflite`), { packs: [pack] });
    interpreter.inputs.forEach((input, i) => {
      input.set(read(`goldens/models/${name}/in${i}.s1.bin`));
    });
    interpreter.invoke();
    const isGolden = interpreter.outputs.every((output, i) =>
      Buffer.from(output.bytes).equals(read(`goldens/models/${name}/out${i}.s1.bin`)),
    );
    interpreter.dispose();
    return { instructions, isGolden };
  } finally {
    device.dispose();
  }
}

describe.each(cores)("%s", (core) => {
  const obstacle = obstacleTo(targetNamed(core));
  test.skipIf(obstacle !== undefined)(
    titled(`conforms in ${OPERATORS.join(", ")}`, obstacle),
    async () => {
      const found = (await runOnce()).targets!.find(({ target }) => target === core)!;
      expect(found).toMatchObject({ verdict: "passed", failures: [], problems: [] });
    },
    1_800_000,
  );

  const lacks = obstacle ?? (existsSync(shared) ? undefined : "no folder ../shared beside the project");
  test.skipIf(lacks !== undefined).each(Object.entries(figures[core] ?? {}))(
    titled(`%s gives the golden's bytes in fewer than %i instructions`, lacks),
    async (name, most) => {
      const { instructions, isGolden } = await runModel(core, name);
      expect(isGolden).toBe(true);
      expect(instructions).toBeLessThan(most);
    },
  );
});

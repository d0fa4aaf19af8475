import { readdirSync } from "node:fs";
import { join } from "node:path";
import { hasShared, needsShared, sharedFolder } from "@thimble/goldens";
import { describe, expect, test } from "vitest";
import { makeFolder, runCli, runJson } from "./run-cli.ts";

/** A hybrid model, and one for another processor. */
const UNSUPPORTED = ["kws_ref_model_float32.tflite", "person_detect_vela.tflite"];

describe.skipIf(!hasShared)(needsShared("real models"), () => {
  test.each([
    ["person.bmp", 1],
    ["no_person.bmp", 0],
  ])("person_detect tells what is in %s as it is", async (sample, label) => {
    const model = join(sharedFolder, "models/person_detect.tflite");
    const { outputs } = await runJson("run", model, "--input", join(sharedFolder, "samples", sample));
    expect(outputs[0].stored[label]).toBeGreaterThan(70);
  });

  test.each(hasShared ? readdirSync(join(sharedFolder, "models")).filter((name) => name.endsWith(".tflite")) : [])(
    "inspect shows %s in short lines",
    async (name) => {
      const { exitCode, stdout } = await runCli("inspect", join(sharedFolder, "models", name));
      expect(exitCode).toBe(0);
      for (const line of stdout.split("\n").slice(1)) expect(line.length).toBeLessThanOrEqual(112);
    },
  );

  const models = hasShared
    ? readdirSync(join(sharedFolder, "models"), { recursive: true, encoding: "utf8" }).filter((name) =>
        name.endsWith(".tflite"),
      )
    : [];

  test.each(models.filter((name) => !UNSUPPORTED.includes(name)))(
    "plan emits %s with the plan, and what is read back uses exactly those offsets",
    async (name) => {
      const [model, emitted] = [join(sharedFolder, "models", name), join(makeFolder(), "planned.tflite")];
      const plan = await runJson("plan", model, "--emit", emitted);
      const back = await runJson("plan", emitted);
      const places = ({ buffers }: typeof plan): string[] =>
        buffers
          .filter(({ kind }: { kind: string }) => kind === "tensor")
          .map(({ index, offset }: { index: number; offset: number }) => `${index} at ${offset}`);
      expect(places(back)).toEqual(places(plan));
      expect(back).toMatchObject({ planner: "offline", bytes: plan.bytes });
    },
  );

  test("plan finds that vww_96_int8 needs 46,080 bytes where TFLM plans 73,728, and 55,296 without in-place", async () => {
    const { bytes, certificate, planners } = await runJson("plan", join(sharedFolder, "models/vww_96_int8.tflite"));
    expect({ bytes, certificate }).toEqual({ bytes: 46_080, certificate: "optimal" });
    expect(planners).toContainEqual({ planner: "greedy", bytes: 73_728, certificate: { gap: 27_648 } });
    const emitted = join(makeFolder(), "planned.tflite");
    expect((await runJson("plan", join(sharedFolder, "models/vww_96_int8.tflite"), "--emit", emitted)).bytes).toBe(
      55_296,
    );
  });
});

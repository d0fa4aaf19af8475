import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { runCli, runJson } from "./run-cli.ts";

const shared = fileURLToPath(new URL("../../../../shared/", import.meta.url));
const hasShared = existsSync(shared);
const title = hasShared ? "real models" : "real models (skipped: no folder ../shared beside the project)";

describe.skipIf(!hasShared)(title, () => {
  test.each([
    ["person.bmp", 1],
    ["no_person.bmp", 0],
  ])("person_detect tells what is in %s as it is", async (sample, label) => {
    const model = join(shared, "models/person_detect.tflite");
    const { outputs } = await runJson("run", model, "--input", join(shared, "samples", sample));
    expect(outputs[0].stored[label]).toBeGreaterThan(70);
  });

  test.each(hasShared ? readdirSync(join(shared, "models")).filter((name) => name.endsWith(".tflite")) : [])(
    "inspect shows %s in short lines",
    async (name) => {
      const { exitCode, stdout } = await runCli("inspect", join(shared, "models", name));
      expect(exitCode).toBe(0);
      for (const line of stdout.split("\n").slice(1)) expect(line.length).toBeLessThanOrEqual(112);
    },
  );
});

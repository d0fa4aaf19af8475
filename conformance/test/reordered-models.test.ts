import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Interpreter, type InterpreterOptions } from "@thimble/core";
import { hasShared, needsShared, sharedFolder } from "@thimble/goldens";
import reference from "@thimble/kernels-reference";
import { describe, expect, test } from "vitest";

const folder = join(sharedFolder, "models");

/** Models without kernels of their own for some operator, or of types that no kernel takes. */
const REFUSED = ["kws_ref_model_float32.tflite", "person_detect_vela.tflite"];

const models = (): string[] =>
  hasShared
    ? (readdirSync(folder, { recursive: true }) as string[])
        .filter((file) => file.endsWith(".tflite") && !REFUSED.includes(file))
        .sort()
    : ["every model"];

interface Ran {
  readonly interpreter: Interpreter;
  /** What each of three invokes came to. */
  readonly results: readonly unknown[];
}

async function run(model: string, options: Partial<InterpreterOptions>): Promise<Ran> {
  const bytes = new Uint8Array(readFileSync(join(folder, model)));
  const interpreter = await Interpreter.create(bytes, { packs: [reference], ...options });
  const results = [1, 2, 3].map((start) => {
    for (const input of interpreter.inputs)
      input.bytes.forEach((_, i, all) => {
        all[i] = (start + 7 * i) % 61;
      });
    return [interpreter.invoke(), interpreter.outputs.map((output) => [...output.bytes])];
  });
  return { interpreter, results };
}

describe.skipIf(!hasShared)(needsShared("whole models in another order of nodes"), () => {
  test.each(models())("%s gives the same, in no larger a plan", { timeout: 60_000 }, async (model) => {
    for (const inPlace of [true, false]) {
      const given = await run(model, { inPlace });
      const reordered = await run(model, { inPlace, reorder: true });
      expect(reordered.results).toEqual(given.results);
      const [before, after] = [given, reordered].map(({ interpreter }) => interpreter.plan.size);
      expect(after).toBeLessThanOrEqual(before!);
    }
  });
});

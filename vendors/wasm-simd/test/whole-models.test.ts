import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compareModel, formatDifference } from "@thimble/conformance";
import { Interpreter, type LoadedPack } from "@thimble/core";
import { hasShared, needsShared, sharedFolder } from "@thimble/goldens";
import reference from "@thimble/kernels-reference";
import { describe, expect, test } from "vitest";
import { describeBuilds } from "./builds.ts";

/** Floats of a layer are computed from the same pack's floats of the layers before it. */
const TOLERANCE = 1e-4;

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".tflite"))
    .map((name) => folder + name);

const runs = async (bytes: Uint8Array): Promise<boolean> =>
  Interpreter.create(bytes, { packs: [reference] }).then(
    (interpreter) => {
      interpreter.dispose();
      return true;
    },
    () => false,
  );

async function expectSame(path: string, pack: LoadedPack): Promise<void> {
  const bytes = new Uint8Array(readFileSync(path));
  if (!(await runs(bytes))) return;
  const found = await compareModel(bytes, [pack, reference], reference, { tolerance: TOLERANCE });
  expect(found && `${found.location}, ${found.kernel}: ${formatDifference(found.difference)}`).toBeUndefined();
}

describeBuilds("layer by layer as with the reference", (pack) => {
  test("the example model", () =>
    expectSame(fileURLToPath(new URL("../../../docs/examples/sine/sine_int8.tflite", import.meta.url)), pack));

  describe.skipIf(!hasShared)(needsShared("whole models"), () => {
    test.each(hasShared ? filesIn(`${sharedFolder}models/`) : ["every model"])("%s", (path) => expectSame(path, pack));
  });
});

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compareOutput, formatDifference } from "@thimble/conformance";
import { Interpreter, loadPack } from "@thimble/core";
import reference from "@thimble/kernels-reference";
import { describe, expect, test } from "vitest";
import description from "../src/index.ts";

const shared = fileURLToPath(new URL("../../../../shared/", import.meta.url));
const hasShared = existsSync(shared);
const needsShared = (title: string): string =>
  hasShared ? title : `${title} (skipped: no folder ../shared beside the project)`;

/** Operators of these models that are left to other packs. */
const LEFT_TO_OTHERS: Readonly<Record<string, readonly string[]>> = {
  audio_preprocessor_float: ["SignalRfft"],
  audio_preprocessor_int8: ["SignalRfft"],
};

/** Floats of a layer are computed from the same pack's floats of the layers before it. */
const TOLERANCE = 1e-4;

const portable = await loadPack(description);
const goldens = `${shared}goldens/models/`;
const read = (path: string): Uint8Array => new Uint8Array(readFileSync(path));

interface Meta {
  readonly model: string;
  readonly status: string;
}

const metaOf = (name: string): Meta => JSON.parse(readFileSync(`${goldens}${name}/meta.json`, "utf8"));

/** The models that TensorFlow Lite Micro runs. */
const models = hasShared
  ? readdirSync(goldens).filter((name) => existsSync(`${goldens}${name}/meta.json`) && metaOf(name).status === "ok")
  : ["every model"];

describe.skipIf(!hasShared)(needsShared("whole models"), () => {
  describe.each(models)("%s", (name) => {
    test("takes all its kernels from the pack, or is known not to", async () => {
      const packs = [portable, reference];
      const interpreter = await Interpreter.create(read(`${shared}models/${metaOf(name).model}`), { packs });
      const strangers = interpreter.steps
        .filter(({ pack }) => pack.id !== portable.id)
        .map(({ kernel }) => kernel.operator.name);
      interpreter.dispose();
      expect([...new Set(strangers)].sort()).toEqual(LEFT_TO_OTHERS[name] ?? []);
    });

    const sets = hasShared
      ? ["s0", "s1", "s2", "csv"].filter((set) => existsSync(`${goldens}${name}/in0.${set}.bin`))
      : [];

    test.each(sets)("gives what TensorFlow Lite Micro gives on input set %s", async (set) => {
      const packs = LEFT_TO_OTHERS[name] ? [portable, reference] : [portable];
      const interpreter = await Interpreter.create(read(`${shared}models/${metaOf(name).model}`), { packs });
      for (const [i, input] of interpreter.inputs.entries()) input.set(read(`${goldens}${name}/in${i}.${set}.bin`));
      expect(interpreter.invoke()).toBe("ok");
      for (const [i, output] of interpreter.outputs.entries()) {
        const expected = read(`${goldens}${name}/out${i}.${set}.bin`);
        const difference = compareOutput(output, i, expected, { tolerance: TOLERANCE });
        expect(difference && formatDifference(difference)).toBeUndefined();
      }
      interpreter.dispose();
    });
  });
});

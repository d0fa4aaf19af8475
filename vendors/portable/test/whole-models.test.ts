import { compareOutput, formatDifference } from "@thimble/conformance";
import { Interpreter, loadPack } from "@thimble/core";
import { hasShared, inputSetsOf, modelNames, needsShared, readModel, readTensors } from "@thimble/goldens";
import reference from "@thimble/kernels-reference";
import { describe, expect, test } from "vitest";
import description from "../src/index.ts";

/** Operators of these models that are left to other packs. */
const LEFT_TO_OTHERS: Readonly<Record<string, readonly string[]>> = {
  audio_preprocessor_float: ["SignalRfft"],
  audio_preprocessor_int8: ["SignalRfft"],
};

/** Floats of a layer are computed from the same pack's floats of the layers before it. */
const TOLERANCE = 1e-4;

const portable = await loadPack(description);
describe.skipIf(!hasShared)(needsShared("whole models"), () => {
  describe.each(modelNames)("%s", (name) => {
    test("takes all its kernels from the pack, or is known not to", async () => {
      const packs = [portable, reference];
      const interpreter = await Interpreter.create(readModel(name), { packs });
      const strangers = interpreter.steps
        .filter(({ pack }) => pack.id !== portable.id)
        .map(({ kernel }) => kernel.operator.name);
      interpreter.dispose();
      expect([...new Set(strangers)].sort()).toEqual(LEFT_TO_OTHERS[name] ?? []);
    });

    const sets = hasShared ? inputSetsOf(name) : [];

    test.each(sets)("gives what TensorFlow Lite Micro gives on input set %s", async (set) => {
      const packs = LEFT_TO_OTHERS[name] ? [portable, reference] : [portable];
      const interpreter = await Interpreter.create(readModel(name), { packs });
      const inputs = readTensors(name, "in", set);
      for (const [i, input] of interpreter.inputs.entries()) input.set(inputs[i]!);
      expect(interpreter.invoke()).toBe("ok");
      const expected = readTensors(name, "out", set);
      for (const [i, output] of interpreter.outputs.entries()) {
        const difference = compareOutput(output, i, expected[i]!, { tolerance: TOLERANCE });
        expect(difference && formatDifference(difference)).toBeUndefined();
      }
      interpreter.dispose();
    });
  });
});

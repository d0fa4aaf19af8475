import { compareOutput, formatDifference } from "@thimble/conformance";
import { Interpreter, loadPack } from "@thimble/core";
import { hasShared, inputSetsOf, modelNames, needsShared, readModel, readTensors } from "@thimble/goldens";
import { describe, expect, test } from "vitest";
import description from "../src/index.ts";

/** Floats of a layer are computed from the same pack's floats of the layers before it. */
const TOLERANCE = 1e-4;

const portable = await loadPack(description);
describe.skipIf(!hasShared)(needsShared("whole models"), () => {
  describe.each(modelNames)("%s", (name) => {
    test("takes all its kernels from the pack", async () => {
      const interpreter = await Interpreter.create(readModel(name), { packs: [portable] });
      interpreter.dispose();
    });

    const sets = hasShared ? inputSetsOf(name) : [];

    test.each(sets)("gives what TensorFlow Lite Micro gives on input set %s", async (set) => {
      const interpreter = await Interpreter.create(readModel(name), { packs: [portable] });
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

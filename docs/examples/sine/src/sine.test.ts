import { readFileSync } from "node:fs";
import { Interpreter } from "@thimble/core";
import reference from "@thimble/kernels-reference";
import { expect, test } from "vitest";
import { makeModel } from "./make-model.ts";
import { sine } from "./sine.ts";

const committed = new Uint8Array(readFileSync(new URL("../sine_int8.tflite", import.meta.url)));

test("training gives the committed model, byte for byte", () => {
  expect(makeModel()).toEqual(committed);
});

test("the model follows the sine within 0.05", async () => {
  const interpreter = await Interpreter.create(committed, { packs: [reference] });
  for (let x = 0; x <= 2 * Math.PI; x += 0.01) {
    interpreter.inputs[0]!.quantize([x]);
    interpreter.invoke();
    expect(Math.abs(interpreter.outputs[0]!.dequantize()[0]! - Math.sin(x)), `at ${x}`).toBeLessThan(0.05);
  }
});

test("the series is the sine", () => {
  for (let x = 0; x <= 2 * Math.PI; x += 0.01) expect(sine(x)).toBeCloseTo(Math.sin(x), 12);
});

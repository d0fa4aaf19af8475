import { compareOutput, formatDifference, writeSingleOperator } from "@thimble/conformance";
import { type AnyPack, Interpreter, loadPack, type TensorType } from "@thimble/core";
import reference from "@thimble/kernels-reference";
import { describe, expect, test } from "vitest";
import description from "../src/index.ts";

/** Halves with the factors 7, 11 and 13, which have no butterfly of their own, alone and with others; and long ones. */
const LENGTHS = [14, 22, 26, 42, 56, 70, 98, 182, 210, 360, 512, 2048];

const portable = await loadPack(description);

const bytesOf = (...numbers: readonly number[]): Uint8Array => new Uint8Array(Int32Array.from(numbers).buffer);

/** A FlexBuffer with the map { fft_length }. */
const optionsOf = (length: number): Uint8Array =>
  Uint8Array.of(
    ...new TextEncoder().encode("fft_length\0\0"),
    ...bytesOf(1, 16, 4, 4, 1, length, /* an integer */ 6, 8),
    ...[/* a map */ 38, 4],
  );

const modelOf = (operator: string, type: TensorType, length: number): Uint8Array => {
  const [samples, spectrum] = [length, length + 2].map((extent) => ({ type, shape: [1, extent] }));
  const tensors = operator === "SignalRfft" ? [samples!, spectrum!] : [spectrum!, samples!];
  const [input, output] = tensors as [(typeof tensors)[number], (typeof tensors)[number]];
  return writeSingleOperator({ operator, customOptions: optionsOf(length), inputs: [input], outputs: [output] });
};

async function transform(pack: AnyPack, model: Uint8Array) {
  const interpreter = await Interpreter.create(model, { packs: [pack] });
  const { data } = interpreter.inputs[0]!;
  for (let i = 0; i < data.length; i++)
    data[i] = Math.trunc(32_767 * Math.sin(i * i)) * (data instanceof Int32Array ? 65_536 : 1);
  interpreter.invoke();
  return interpreter.outputs[0]!;
}

describe.each(["SignalRfft", "SignalIrfft"])("%s gives the reference's numbers", (operator) => {
  describe.each(["int16", "int32", "float32"] as const)("of %s", (type) => {
    test.each(LENGTHS)("with %d samples", async (length) => {
      const model = modelOf(operator, type, length);
      const expected = (await transform(reference, model)).bytes;
      const tolerance = type === "float32" ? 1e-5 : 0;
      const difference = compareOutput(await transform(portable, model), 0, expected, { tolerance });
      expect(difference && formatDifference(difference)).toBeUndefined();
    });
  });
});

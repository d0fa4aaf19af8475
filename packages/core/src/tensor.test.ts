import type { TensorDescription } from "@thimble/schema/writer";
import { writeModel } from "@thimble/schema/writer";
import { describe, expect, test } from "vitest";
import { bytes, toyModel, toyPack } from "../test/toy.ts";
import { Interpreter, type Tensor } from "./index.ts";

/** An input of a model that does nothing with it. */
async function tensorOf(description: TensorDescription): Promise<Tensor> {
  const tensors = [description, bytes("x", 1), bytes("y", 1)];
  const model = writeModel(
    toyModel([{ tensors, nodes: [{ op: "Increment", inputs: [1], outputs: [2] }], inputs: [0, 1], outputs: [2] }]),
  );
  return (await Interpreter.create(model, { packs: [toyPack] })).inputs[0]!;
}

describe("a quantized tensor", () => {
  test("rounds half away from zero and saturates", async () => {
    const tensor = await tensorOf({
      name: "q",
      type: "int8",
      shape: [7],
      quantization: { scale: [0.5], zeroPoint: [-1] },
    });
    tensor.quantize([0, 0.25, -0.25, 0.74, 1000, -1000, Number.NaN]);
    expect([...tensor.data]).toEqual([-1, 0, -2, 0, 127, -128, -1]);
    expect([...tensor.dequantize()]).toEqual([0, 0.5, -0.5, 0.5, 64, -63.5, 0]);
  });

  test("has a scale for each slice of its quantized dimension", async () => {
    const tensor = await tensorOf({
      name: "q",
      type: "int16",
      shape: [2, 3, 2],
      quantization: { scale: [1, 2, 4], zeroPoint: [0, 0, 0], quantizedDimension: 1 },
    });
    tensor.quantize(Array(12).fill(8));
    expect([...tensor.data]).toEqual([8, 8, 4, 4, 2, 2, 8, 8, 4, 4, 2, 2]);
    expect([...tensor.dequantize()]).toEqual(Array(12).fill(8));
  });

  test("of int4 packs two elements a byte", async () => {
    const tensor = await tensorOf({
      name: "q",
      type: "int4",
      shape: [5],
      quantization: { scale: [1], zeroPoint: [0] },
    });
    tensor.quantize([1, -2, 7, -8, 99]);
    expect([...tensor.bytes]).toEqual([0xe1, 0x87, 0x07]);
    expect(tensor.unpack()).toEqual([1, -2, 7, -8, 7]);
    expect([...tensor.dequantize()]).toEqual([1, -2, 7, -8, 7]);
  });

  test("takes as many numbers as it has elements", async () => {
    const tensor = await tensorOf({
      name: "q",
      type: "int8",
      shape: [2],
      quantization: { scale: [1], zeroPoint: [0] },
    });
    expect(() => tensor.quantize([1])).toThrow(
      expect.objectContaining({ code: "INPUT_SIZE", message: expect.stringMatching(/takes 2 numbers, 1/) }),
    );
  });
});

test.each([[null], ["12"], [["1", 2]], [[1n, 2n]], [{ length: 2 }]])(
  "numbers that are none are refused: %o",
  async (reals) => {
    const tensor = await tensorOf({ name: "f", type: "float32", shape: [2] });
    expect(() => tensor.quantize(reals as never)).toThrow(expect.objectContaining({ code: "INPUT_TYPE" }));
  },
);

test("a float tensor takes and gives real numbers as they are", async () => {
  const tensor = await tensorOf({ name: "f", type: "float32", shape: [2] });
  tensor.quantize([1.5, -2]);
  expect([...tensor.dequantize()]).toEqual([1.5, -2]);
});

test("an integer tensor without a scale has no real numbers", async () => {
  const tensor = await tensorOf({ name: "i", type: "int32", shape: [1] });
  expect(() => tensor.dequantize()).toThrow(expect.objectContaining({ code: "TENSOR_NOT_QUANTIZED" }));
});

test("int64 elements are read as numbers", async () => {
  const tensor = await tensorOf({ name: "i", type: "int64", shape: [2] });
  (tensor.data as BigInt64Array).set([-1n, 2n ** 40n]);
  expect(tensor.unpack()).toEqual([-1, 2 ** 40]);
});

test("a type whose elements are no numbers is named", async () => {
  const tensor = await tensorOf({ name: "s", type: "string", shape: [1] });
  expect(() => tensor.unpack()).toThrow(
    expect.objectContaining({ code: "INPUT_TYPE", message: expect.stringMatching(/"s" is string/) }),
  );
});

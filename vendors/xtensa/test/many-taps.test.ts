import { writeSingleOperator } from "@thimble/conformance";
import { loadPack } from "@thimble/core";
import { runNode } from "@thimble/goldens/run-node";
import { singleRounding } from "@thimble/kernels-reference";
import { expect, test } from "vitest";
import description from "../src/index.ts";

const xtensa = await loadPack(description);

const quantization = (scale: number) => ({ scale: [scale], zeroPoint: [0] });

const layerOf = (taps: number): Uint8Array =>
  writeSingleOperator({
    operator: "DEPTHWISE_CONV_2D",
    options: {
      type: "DepthwiseConv2DOptions",
      value: { padding: "VALID", strideW: 1, strideH: 1, depthMultiplier: 1, dilationWFactor: 1, dilationHFactor: 1 },
    },
    inputs: [
      { type: "int16", shape: [1, 1, taps, 3], quantization: quantization(1) },
      {
        type: "int8",
        shape: [1, 1, taps, 3],
        quantization: quantization(1),
        data: new Uint8Array(new Int8Array(3 * taps).fill(-128).buffer),
      },
    ],
    outputs: [{ type: "int16", shape: [1, 1, 1, 3], quantization: quantization(2 ** 17) }],
  });

const least = () => -32_768;

test.each([510, 511])("a depthwise layer of int16 with %d taps has room for its greatest sums", async (taps) => {
  const { outputs } = await runNode(xtensa, layerOf(taps), least);
  expect(outputs).toEqual([32 * taps, 32 * taps, 32 * taps]);
  expect(outputs).toEqual((await runNode(singleRounding, layerOf(taps), least)).outputs);
});

test("one with 512 taps is for another pack", async () => {
  await expect(runNode(xtensa, layerOf(512), least)).rejects.toThrow("more than 511 taps");
});

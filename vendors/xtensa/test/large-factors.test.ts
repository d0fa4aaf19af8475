import { writeSingleOperator } from "@thimble/conformance";
import { loadPack } from "@thimble/core";
import { runNode } from "@thimble/goldens/run-node";
import { singleRounding } from "@thimble/kernels-reference";
import { describe, expect, test } from "vitest";
import description from "../src/index.ts";

const xtensa = await loadPack(description);

const quantization = (scale: number) => ({ scale: [scale], zeroPoint: [0] });

const layerOf = (type: "int8" | "int16", factor: number): Uint8Array =>
  writeSingleOperator({
    operator: "FULLY_CONNECTED",
    options: { type: "FullyConnectedOptions", value: {} },
    inputs: [
      { type, shape: [1, 3], quantization: quantization(1) },
      { type: "int8", shape: [2, 3], quantization: quantization(1), data: Uint8Array.of(1, 2, 3, 255, 254, 252) },
    ],
    outputs: [{ type, shape: [1, 2], quantization: quantization(1 / factor) }],
  });

/** Multipliers have 31 fractional bits, those of sums of 64 bits 15: from there on sums are shifted to the left. */
const POWERS = [0, 13, 14, 15, 16, 29, 30, 31, 32, 33, 45, 46, 47, 48, 61, 62, 63, 64, 100];

describe.each(["int8", "int16"] as const)("sums of %s come to scales that are smaller than the product's", (type) => {
  test.each(POWERS)("by 2^%d, and by half as much again", async (power) => {
    for (const factor of [2 ** power, 1.5 * 2 ** power]) {
      const model = layerOf(type, factor);
      const { kernel, outputs } = await runNode(xtensa, model, (i) => 5 - 3 * i);
      expect(kernel).toMatch(/^fully_connected_s/);
      expect(outputs).toEqual((await runNode(singleRounding, model, (i) => 5 - 3 * i)).outputs);
    }
  });
});

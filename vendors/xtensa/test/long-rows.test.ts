import { writeSingleOperator } from "@thimble/conformance";
import { loadPack } from "@thimble/core";
import { runNode } from "@thimble/goldens/run-node";
import { singleRounding } from "@thimble/kernels-reference";
import { describe, expect, test } from "vitest";
import description from "../src/index.ts";

const xtensa = await loadPack(description);

/** From and to which types, and what inputs and outputs count in. */
const TYPES = {
  int8: { from: "int8", to: "int8", input: [0.5, 3], output: [1 / 256, -128] },
  "int8 to int16": { from: "int8", to: "int16", input: [0.5, 3], output: [1 / 65_536, -32_768] },
  int16: { from: "int16", to: "int16", input: [0.5, 0], output: [1 / 32_768, 0] },
} as const;

const quantization = ([scale, zeroPoint]: readonly [number, number]) => ({ scale: [scale], zeroPoint: [zeroPoint] });

const softmaxOf = ({ from, to, input, output }: (typeof TYPES)[keyof typeof TYPES], depth: number): Uint8Array =>
  writeSingleOperator({
    operator: "SOFTMAX",
    options: { type: "SoftmaxOptions", value: { beta: 1 } },
    inputs: [{ type: from, shape: [1, depth], quantization: quantization(input) }],
    outputs: [{ type: to, shape: [1, depth], quantization: quantization(output) }],
  });

/**
 * Of int8, sums of so many equal exponentials leave 31 bits to the right, 32 and more; the last has 32 bits itself. Of
 * int16, a sum has 31 bits, 32, and one that has more wraps.
 */
const DEPTHS = {
  int8: [255, 256, 257, 511, 512, 513, 2047, 2048, 4095, 4096, 4097, 8191],
  int16: [1, 2, 3, 5, 65_538, 65_539, 131_076, 131_077],
};

describe.each(Object.entries(TYPES))("SOFTMAX of many equal inputs of %s gives the reference's numbers", (_, type) => {
  test.each(DEPTHS[type.from])("in rows of %d", async (depth) => {
    const model = softmaxOf(type, depth);
    for (const given of [() => 5, (i: number) => (i === depth - 1 ? 6 : 5)]) {
      const { kernel, outputs } = await runNode(xtensa, model, given);
      expect(kernel).toMatch(/^softmax_s/);
      expect(outputs).toEqual((await runNode(singleRounding, model, given)).outputs);
    }
  });
});

import { writeSingleOperator } from "@thimble/conformance";
import { loadPack } from "@thimble/core";
import { singleRounding } from "@thimble/kernels-reference";
import { describe, expect, test } from "vitest";
import description from "../src/index.ts";
import { run } from "./run.ts";

const xtensa = await loadPack(description);

const OUTPUTS = {
  int8: { scale: [1 / 256], zeroPoint: [-128] },
  int16: { scale: [1 / 65_536], zeroPoint: [-32_768] },
};

const softmaxOf = (type: "int8" | "int16", depth: number): Uint8Array =>
  writeSingleOperator({
    operator: "SOFTMAX",
    options: { type: "SoftmaxOptions", value: { beta: 1 } },
    inputs: [{ type: "int8", shape: [1, depth], quantization: { scale: [0.5], zeroPoint: [3] } }],
    outputs: [{ type, shape: [1, depth], quantization: OUTPUTS[type] }],
  });

/** Sums of so many equal exponentials leave 31 bits to the right, 32 and more; the last has 32 bits itself. */
const DEPTHS = [255, 256, 257, 511, 512, 513, 2047, 2048, 4095, 4096, 4097, 8191];

describe.each(["int8", "int16"] as const)(
  "SOFTMAX of many equal inputs to %s gives the reference's numbers",
  (type) => {
    test.each(DEPTHS)("in rows of %d", async (depth) => {
      const model = softmaxOf(type, depth);
      for (const given of [() => 5, (i: number) => (i === depth - 1 ? 6 : 5)]) {
        const { kernel, outputs } = await run(xtensa, model, given);
        expect(kernel).toMatch(/^softmax_s8/);
        expect(outputs).toEqual((await run(singleRounding, model, given)).outputs);
      }
    });
  },
);

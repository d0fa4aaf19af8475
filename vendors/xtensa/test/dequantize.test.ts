import { writeSingleOperator } from "@thimble/conformance";
import { loadPack } from "@thimble/core";
import { runNode } from "@thimble/goldens/run-node";
import { singleRounding } from "@thimble/kernels-reference";
import { describe, expect, test } from "vitest";
import description from "../src/index.ts";

const xtensa = await loadPack(description);

/** The greatest differences to a zero point need a bit more than their type. */
const ZERO_POINTS = { int8: [-128, 3, 127], uint8: [0, 77, 255], int16: [-32_768, -5, 32_767] } as const;

/** The least ones have products of fewer bits than floats have else. */
const SCALES = [1, 0.1, Math.fround(1 / 3), 1.5 * 2 ** 100, 2 ** -149, 7 * 2 ** -149];

/** Goes through all numbers of a type, in leaps. */
const given = (i: number): number => Math.imul(i, 32_767) - 32_768;

describe.each(["int8", "uint8", "int16"] as const)(
  "DEQUANTIZE of %s gives the reference's floats, bit by bit",
  (type) => {
    test.each([0, 1, 2, 3, 4, 5, 7, 8, 9, 257])("of %d numbers", async (length) => {
      for (const zeroPoint of ZERO_POINTS[type]) {
        for (const scale of SCALES) {
          const model = writeSingleOperator({
            operator: "DEQUANTIZE",
            inputs: [{ type, shape: [length], quantization: { scale: [scale], zeroPoint: [zeroPoint] } }],
            outputs: [{ type: "float32", shape: [length] }],
          });
          const { kernel, outputs } = await runNode(xtensa, model, given);
          expect(kernel).toMatch(/^dequantize_/);
          expect(outputs).toEqual((await runNode(singleRounding, model, given)).outputs);
        }
      }
    });
  },
);

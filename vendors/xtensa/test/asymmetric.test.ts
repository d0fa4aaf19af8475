import type { SingleOperator } from "@thimble/conformance";
import { writeSingleOperator } from "@thimble/conformance";
import { loadPack } from "@thimble/core";
import { runNode } from "@thimble/goldens/run-node";
import { singleRounding } from "@thimble/kernels-reference";
import { describe, expect, test } from "vitest";
import description from "../src/index.ts";

const xtensa = await loadPack(description);

type Tensor = SingleOperator["outputs"][number];

/** A tensor of int16 with a zero point: converters write none, so that no model of the suite has one. */
const tensor = (shape: readonly number[], scale: number, zeroPoint: number): Tensor => ({
  type: "int16",
  shape: [...shape],
  quantization: { scale: [scale], zeroPoint: [zeroPoint] },
});

const ZERO_POINTS = [-32_768, -7, 32_767];
const LENGTHS = [1, 3, 4, 5, 9];

/** Goes through all numbers of 16 bits, in leaps. */
const given = (i: number): number => Math.imul(i, 32_767) - 32_768;

async function compare(node: SingleOperator): Promise<void> {
  const model = writeSingleOperator(node);
  const { kernel, outputs } = await runNode(xtensa, model, given);
  expect(kernel).toMatch(/_s16/);
  expect(outputs).toEqual((await runNode(singleRounding, model, given)).outputs);
}

describe("numbers of int16 less their zero point need a bit more", () => {
  describe.each(["ADD", "SUB"] as const)("in %s", (operator) => {
    test.each(LENGTHS)("of %d numbers, and of one to as many", async (length) => {
      const options = {
        type: operator === "ADD" ? "AddOptions" : "SubOptions",
        value: {},
      } as SingleOperator["options"];
      for (const zero of ZERO_POINTS)
        for (const second of [length, 1])
          await compare({
            operator,
            options,
            inputs: [tensor([length], 0.5, zero), tensor([second], 0.7, 32_767)],
            outputs: [tensor([length], 2, 5)],
          });
    });
  });

  test.each(LENGTHS)("in LEAKY_RELU of %d numbers", async (length) => {
    for (const zero of ZERO_POINTS)
      await compare({
        operator: "LEAKY_RELU",
        options: { type: "LeakyReluOptions", value: { alpha: -0.3 } },
        inputs: [tensor([length], 0.5, zero)],
        outputs: [tensor([length], 1.1, -9)],
      });
  });

  describe.each(["int8", "int16", "int32"] as const)("in QUANTIZE to %s", (type) => {
    test.each(LENGTHS)("of %d numbers", async (length) => {
      for (const zero of ZERO_POINTS)
        await compare({
          operator: "QUANTIZE",
          inputs: [tensor([length], 0.5, zero)],
          outputs: [{ type, shape: [length], quantization: { scale: [type === "int8" ? 300 : 1.1], zeroPoint: [-9] } }],
        });
    });
  });

  test.each(LENGTHS)("in UNIDIRECTIONAL_SEQUENCE_LSTM of %d units", async (units) => {
    const weights = (columns: number, seed: number): Tensor => ({
      type: "int8",
      shape: [units, columns],
      quantization: { scale: [2 ** -8], zeroPoint: [0] },
      data: Uint8Array.from({ length: units * columns }, (_, i) => Math.imul(i + seed, 89)),
    });
    const bias: Tensor = { type: "int64", shape: [units], data: new Uint8Array(8 * units) };
    for (const zero of ZERO_POINTS)
      await compare({
        operator: "UNIDIRECTIONAL_SEQUENCE_LSTM",
        options: { type: "UnidirectionalSequenceLSTMOptions", value: { fusedActivationFunction: "TANH" } },
        inputs: [
          tensor([1, 3, 5], 2 ** -18, zero),
          ...[1, 2, 3, 4].map((gate) => weights(5, gate)),
          ...[5, 6, 7, 8].map((gate) => weights(units, gate)),
          ...new Array(3).fill(undefined),
          ...new Array(4).fill(bias),
          ...new Array(2).fill(undefined),
          { ...tensor([1, units], 2 ** -16, zero), isVariable: true },
          { ...tensor([1, units], 2 ** -11, 0), isVariable: true },
          ...new Array(4).fill(undefined),
        ],
        outputs: [tensor([1, 3, units], 2 ** -16, zero)],
      });
  });
});

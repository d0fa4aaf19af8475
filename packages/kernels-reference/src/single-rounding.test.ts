import { describe, expect, it } from "vitest";
import { runOperator, type TestNode } from "../test/run-operator.ts";
import { reference } from "./pack.ts";
import { singleRounding } from "./single-rounding.ts";

/** Quarters that lie in the middle: the two roundings part where they are negative. */
const halves: TestNode = {
  inputs: [{ type: "int8", shape: [4], values: [-6, -2, 2, 6], quantization: [0.25, 0] }],
  outputs: [{ type: "int8", shape: [4], quantization: [1, 0] }],
};

describe("the reference with single rounding", () => {
  it("rounds halves up, where double rounding takes them away from zero", async () => {
    expect(await runOperator("QUANTIZE", halves, singleRounding)).toEqual([[-1, 0, 1, 2]]);
    expect(await runOperator("QUANTIZE", halves, reference)).toEqual([[-2, -1, 1, 2]]);
  });

  it("has every kernel, and says how each rounds", () => {
    expect(singleRounding.kernels.map(({ name }) => name)).toEqual(reference.kernels.map(({ name }) => name));
    expect(singleRounding.kernels.every(({ rounding }) => rounding === "single")).toBe(true);
  });
});

import { expect, it } from "vitest";
import { defaultView } from "./default-view.ts";

it("reads every field as the schema's default", () => {
  const { padding, strideW, dilationWFactor, fusedActivationFunction } = defaultView("Conv2DOptions");
  expect({ padding, strideW, dilationWFactor, fusedActivationFunction }).toEqual({
    padding: "SAME",
    strideW: 0,
    dilationWFactor: 1,
    fusedActivationFunction: "NONE",
  });
  expect(defaultView("AddOptions").potScaleInt16).toBe(true);
  expect(defaultView("UniqueOptions").idxOutType).toBe("int32");
  expect(defaultView("RandomOptions").seed).toBe(0n);
  expect(defaultView("Operator").builtinOptions).toBeUndefined();
});

import { paramsStructOf, structs } from "@thimble/abi";
import { Interpreter } from "@thimble/core";
import reference from "@thimble/kernels-reference";
import { describe, expect, test } from "vitest";
import { operatorsWithCases, readCases } from "../src/recorded-cases.ts";

/** Operators whose parameters C kernels get in another way: ext/variables.h, or from their own tensors. */
const ELSEWHERE = ["VAR_HANDLE", "TFLM_DECODE"];

/** What only says whether TFLM takes the node. */
const NOT_FOR_KERNELS = ["isPlain"];

type Structs = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Holds parameters, and what is nested in them, against the struct that C kernels get. */
function expectSameFields(params: object, struct: string): void {
  const fields = (structs as Structs)[struct]!;
  const names = Object.keys(fields).filter((name) => name !== "structSize");
  expect(names.sort(), struct).toEqual(
    Object.keys(params)
      .filter((name) => !NOT_FOR_KERNELS.includes(name))
      .sort(),
  );
  for (const [name, value] of Object.entries(params)) {
    const nested = Array.isArray(value) ? value[0] : value;
    if (typeof nested === "object") expectSameFields(nested, fields[name]!.replace(/\[.*/, ""));
  }
}

describe("C kernels get the parameters that TypeScript kernels get", () => {
  test.each(operatorsWithCases)("%s", async (word) => {
    const interpreter = await Interpreter.create(readCases(word)[0]!.model, { packs: [reference] });
    for (const { node } of interpreter.steps) {
      const struct = paramsStructOf(node.operatorName);
      if (node.params === undefined || ELSEWHERE.includes(node.operatorName)) expect(struct).toBeUndefined();
      else expectSameFields(node.params as object, struct!);
    }
  });
});

import { expect, it } from "vitest";
import { builtinCodeOf, operatorCode, operatorName } from "./operator-code.ts";
import { operatorNames } from "./tables/operator-names.ts";

const code = { deprecatedBuiltinCode: 0, builtinCode: 0, customCode: "", version: 1 };

it("takes the code of files from before the extended field existed", () => {
  expect(builtinCodeOf({ ...code, deprecatedBuiltinCode: 3 })).toBe(3);
});

it("takes the extended code when the deprecated field only holds its placeholder", () => {
  expect(builtinCodeOf({ ...code, deprecatedBuiltinCode: 127, builtinCode: 151 })).toBe(151);
});

it.each([
  [3, "CONV_2D"],
  [127, "PLACEHOLDER_FOR_GREATER_OP_CODES"],
  [151, "DYNAMIC_UPDATE_SLICE"],
  [209, "STABLEHLO_CASE"],
])("names the builtin operator %i %s", (builtinCode, name) => {
  expect(operatorName({ ...code, builtinCode })).toBe(name);
});

it("names a custom operator by its custom code", () => {
  expect(operatorName({ ...code, builtinCode: operatorNames.indexOf("CUSTOM"), customCode: "SignalRfft" })).toBe(
    "SignalRfft",
  );
});

it("gives an operator that the schema does not have yet a name with its code", () => {
  expect(operatorName({ ...code, builtinCode: 4000 })).toBe("BUILTIN_4000");
});

it.each([...operatorNames.filter((name) => name !== "CUSTOM"), "Mine"])("%s is read as it is written", (name) => {
  expect(operatorName({ ...code, ...operatorCode(name) })).toBe(name);
});

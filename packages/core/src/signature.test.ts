import { describe, expect, test } from "vitest";
import { matchesSignature, parseSignature } from "./signature.ts";

const matches = (types: string, inputs: (string | null)[], outputs: (string | null)[]): boolean =>
  matchesSignature(parseSignature(types), inputs, outputs);

describe("a kernel's types", () => {
  test.each<[string, (string | null)[], (string | null)[], boolean]>([
    ["int8, int8 -> int8", ["int8", "int8"], ["int8"], true],
    ["int8, int8 -> int8", ["int8", "int16"], ["int8"], false],
    ["int8, int8 -> int8", ["int8"], ["int8"], false],
    ["int8, int8 -> int8", ["int8", "int8", "int32"], ["int8"], false],
    ["int8, int32? -> int8", ["int8", "int32"], ["int8"], true],
    ["int8, int32? -> int8", ["int8", null], ["int8"], true],
    ["int8, int32? -> int8", ["int8"], ["int8"], true],
    ["int8, int32|int64? -> int8", ["int8", "int64"], ["int8"], true],
    ["any -> any", ["string"], ["bool"], true],
    ["any -> any", [null], ["bool"], false],
    ["int8... -> int8", ["int8", "int8", "int8"], ["int8"], true],
    ["int8... -> int8", ["int8", "int16"], ["int8"], false],
    ["int8... -> int8", [], ["int8"], false],
    ["-> int8", [], ["int8"], true],
    ["->", [], [], true],
    ["int8 -> int8...", ["int8"], ["int8", "int8"], true],
    ["int8 -> int8...", ["int8"], ["int8", "int16"], false],
    ["int8 -> int8...", ["int8"], [], false],
    ["bool, any?... -> any?...", ["bool"], [], true],
    ["bool, any?... -> any?...", ["bool", "int8", "int16"], ["int8", "int16"], true],
    ["bool, any?... -> any?...", ["int8", "int8"], ["int8"], false],
  ])("%s fits %j -> %j: %s", (types, inputs, outputs, expected) => {
    expect(matches(types, inputs, outputs)).toBe(expected);
  });

  test("without an arrow are refused", () => {
    expect(() => parseSignature("int8, int8")).toThrow(expect.objectContaining({ code: "PACK_INVALID" }));
  });
});

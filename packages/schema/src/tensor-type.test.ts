import { describe, expect, it } from "vitest";
import { enums } from "./tables/enums.ts";
import { bitsPerElement, tensorByteLength } from "./tensor-type.ts";

describe("tensorByteLength", () => {
  it.each([
    ["float32", [2, 3], 24],
    ["int8", [], 1],
    ["int64", [3], 24],
    ["complex128", [1], 16],
    ["int16", [4, 0, 7], 0],
  ] as const)("of %s and the shape %j is %i", (type, shape, bytes) => {
    expect(tensorByteLength(type, shape)).toBe(bytes);
  });

  it.each([
    ["int4", [3], 2],
    ["uint4", [4], 2],
    ["int2", [5], 2],
  ] as const)("packs %s, so that the shape %j takes %i bytes", (type, shape, bytes) => {
    expect(tensorByteLength(type, shape)).toBe(bytes);
  });

  it("is 0 for strings, whose size the type does not say", () => {
    expect(tensorByteLength("string", [8])).toBe(0);
  });
});

it("knows the bits of every type", () => {
  for (const type of enums.TensorType) expect(bitsPerElement(type)).toBeTypeOf("number");
});

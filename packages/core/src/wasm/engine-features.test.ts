import { afterEach, describe, expect, it, vi } from "vitest";
import { hasFeature } from "./engine-features.ts";

afterEach(() => vi.unstubAllGlobals());

/** An engine that takes every module, and whose relaxed dot product of four equal bytes is `dot`. */
function engineWith(dot: (a: number, b: number) => number): void {
  class Instance {
    readonly exports = { f: (a: number, b: number) => dot(a, b) + a };
  }
  vi.stubGlobal("WebAssembly", { validate: () => true, Module: class {}, Instance });
}

const signed = (byte: number): number => (byte << 24) >> 24;
const saturated = (pair: number): number => Math.max(-32768, Math.min(32767, pair));

describe("the features of an engine", () => {
  it("has SIMD here", () => {
    expect(hasFeature("simd128")).toBe(true);
  });

  it("has none without WebAssembly", () => {
    vi.stubGlobal("WebAssembly", undefined);
    expect(hasFeature("simd128")).toBe(false);
  });

  it("knows none of another name", () => {
    expect(hasFeature("threads" as never)).toBe(false);
  });

  it.each([
    ["int8 by uint8", true, (a: number, b: number) => 4 * a * b],
    ["int8 by int8", false, (a: number, b: number) => 4 * a * signed(b)],
    ["uint8 by int8", false, (a: number, b: number) => 4 * (a & 255) * signed(b)],
    ["int8 by uint8 with sums of pairs that saturate", false, (a: number, b: number) => 2 * saturated(2 * a * b)],
  ])("tries what relaxed dot products of bytes give: %s", (_, isExact, dot) => {
    engineWith(dot);
    expect(hasFeature("relaxed-dot-s8u8")).toBe(isExact);
  });

  it("does without relaxed dot products where nothing may be compiled", () => {
    const Module = class {
      constructor() {
        throw new Error("code generation disallowed");
      }
    };
    vi.stubGlobal("WebAssembly", { validate: () => true, Module });
    expect(hasFeature("relaxed-dot-s8u8")).toBe(false);
  });
});

import { comparePacks, formatDifference, generators } from "@thimble/conformance";
import reference from "@thimble/kernels-reference";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainPack } from "./built-pack.ts";

/** Models of each operator and types: the code is the same as with SIMD but for the widest loops. */
const RUNS = Math.ceil(Number(process.env.FUZZ_RUNS ?? 40) / 8);

describe("without SIMD the pack gives what the reference gives, or declines", async () => {
  const plain = await plainPack();

  test.each(generators)("$operator $types", async ({ models }) => {
    await fc.assert(
      fc.asyncProperty(models, fc.nat(), async (model, seed) => {
        const result = await comparePacks(model, seed, plain, reference);
        expect(result.status === "differs" ? formatDifference(result.difference) : "").toBe("");
      }),
      { numRuns: RUNS },
    );
  });
});

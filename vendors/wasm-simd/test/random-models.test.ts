import { comparePacks, formatDifference, generators } from "@thimble/conformance";
import reference from "@thimble/kernels-reference";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { builtPack, plainPack } from "./built-pack.ts";

/** Models of each operator and types; `FUZZ_RUNS=1500` makes it some hundred thousand in all. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 40);

const pack = await builtPack();

const kernelsThatRan = new Set<string>();

describe("on random models of one operator the pack gives what the reference gives, or declines", () => {
  const claimed = generators.filter(({ operator }) => pack.kernels.some((kernel) => kernel.operator.name === operator));

  test.each(claimed)("$operator $types", async ({ models }) => {
    await fc.assert(
      fc.asyncProperty(models, fc.nat(), async (model, seed) => {
        const result = await comparePacks(model, seed, pack, reference);
        if (result.status === "same") kernelsThatRan.add(result.kernel);
        expect(result.status === "differs" ? formatDifference(result.difference) : "").toBe("");
      }),
      { numRuns: RUNS },
    );
  });
});

describe("without SIMD the pack gives the same", async () => {
  const plain = await plainPack();

  test.each(generators)("$operator $types", async ({ models }) => {
    await fc.assert(
      fc.asyncProperty(models, fc.nat(), async (model, seed) => {
        const result = await comparePacks(model, seed, plain, reference);
        expect(result.status === "differs" ? formatDifference(result.difference) : "").toBe("");
      }),
      { numRuns: Math.ceil(RUNS / 8) },
    );
  });
});

afterAll(() => {
  const { size } = kernelsThatRan;
  expect(size).toBeGreaterThan(40);
});

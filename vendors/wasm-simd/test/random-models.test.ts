import { comparePacks, formatDifference, generators } from "@thimble/conformance";
import reference from "@thimble/kernels-reference";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { describeBuilds, isFast } from "./builds.ts";

/** Models of each operator and types; `FUZZ_RUNS=1500` makes it some hundred thousand in all. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 40);

const anyBuild = () => true;

describeBuilds(
  "on random models of one operator the pack gives what the reference gives, or declines",
  (pack, build) => {
    const claimed = generators.filter(({ operator }) =>
      pack.kernels.some((kernel) => kernel.operator.name === operator),
    );
    const kernelsThatRan = new Set<string>();

    test.each(claimed)("$operator $types", async ({ models }) => {
      await fc.assert(
        fc.asyncProperty(models, fc.nat(), async (model, seed) => {
          const result = await comparePacks(model, seed, pack, reference);
          if (result.status === "same") kernelsThatRan.add(result.kernel);
          expect(result.status === "differs" ? formatDifference(result.difference) : "").toBe("");
        }),
        // Without SIMD, the same source is slow.
        { numRuns: isFast(build) ? RUNS : Math.ceil(RUNS / 8) },
      );
    });

    afterAll(() => {
      expect(kernelsThatRan.size).toBeGreaterThan(40);
    });
  },
  anyBuild,
);

import { comparePacks, formatDifference, generators } from "@thimble/conformance";
import reference from "@thimble/kernels-reference";
import fc from "fast-check";
import { expect, test } from "vitest";
import { describeBuilds } from "./builds.ts";

/** Models of each operator and types. The suite holds one build to all of its checks; the others are of the same source. */
const RUNS = Math.ceil(Number(process.env.FUZZ_RUNS ?? 40) / 8);

describeBuilds(
  "on random models of one operator the pack gives what the reference gives, or declines",
  (pack) => {
    const operators = new Set(pack.kernels.map(({ operator }) => operator.name));
    const claimed = generators.filter(({ operator }) => operators.has(operator));

    test.each(claimed)("$operator $types", async ({ models }) => {
      await fc.assert(
        fc.asyncProperty(models, fc.nat(), async (model, seed) => {
          const result = await comparePacks(model, seed, pack, reference);
          expect(result.status === "differs" ? formatDifference(result.difference) : "").toBe("");
        }),
        { numRuns: RUNS, seed: 1 },
      );
    });
  },
  () => true,
);

import { checkRandom, generators } from "@thimble/conformance";
import { expect, test } from "vitest";
import { describeBuilds } from "./builds.ts";

/** Models of each operator and types. The suite holds one build to all of its checks; the others are of the same source. */
const RUNS = Math.ceil(Number(process.env.FUZZ_RUNS ?? 40) / 8);

describeBuilds(
  "on random models of one operator the pack gives what the reference gives, or declines",
  (pack) => {
    const operators = new Set(pack.kernels.map(({ operator }) => operator.name));
    const claimed = generators.filter(({ operator }) => operators.has(operator));

    test.each(claimed)("$operator $types", async (generator) => {
      expect(await checkRandom(generator, pack, { runs: RUNS, seed: 1 })).toBeUndefined();
    });
  },
  () => true,
);

import { loadPack } from "@thimble/core";
import reference from "@thimble/kernels-reference";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comparePacks, formatDifference, generators, replayCase } from "../../src/index.ts";
import { operatorsWithCases, readCases } from "../../src/recorded-cases.ts";
import { buildSources, rightKernels, rightSource } from "./build-mutants.ts";

/** Random models of each kernel's operator and types. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 200);

/** Codes of a pack alone that has no kernel for a case. */
const DECLINED = ["OPERATOR_UNSUPPORTED", "TYPES_UNSUPPORTED"];

const modules = await buildSources(rightKernels.map(rightSource));
const packs = new Map(
  await Promise.all(rightKernels.map(async (name) => [name, await loadPack(modules.get(name)!)] as const)),
);
const operatorOf = (name: string): string => packs.get(name)!.kernels[0]!.operator.name;

describe("on random models the right kernels give what the reference gives, or decline", () => {
  const generated = rightKernels.filter((name) => generators.some(({ operator }) => operator === operatorOf(name)));

  test.each(generated)("%s", async (name) => {
    let same = 0;
    for (const { models } of generators.filter(({ operator }) => operator === operatorOf(name)))
      await fc.assert(
        fc.asyncProperty(models, fc.nat(), async (model, seed) => {
          const result = await comparePacks(model, seed, packs.get(name)!, reference);
          if (result.status === "same") same++;
          expect(result.status === "differs" ? formatDifference(result.difference) : "").toBe("");
        }),
        { numRuns: RUNS },
      );
    expect(same).toBeGreaterThan(RUNS / 4);
  });
});

describe("the right kernels give the recorded outputs, or decline", () => {
  test.each(rightKernels)("%s", async (name) => {
    let passed = 0;
    for (const recorded of operatorsWithCases.flatMap(readCases).filter(({ op }) => op === operatorOf(name))) {
      const result = await replayCase(recorded, { packs: [packs.get(name)!] });
      if (result.status === "failed") expect(DECLINED, result.message).toContain(result.code);
      else expect(result.status === "differs" ? formatDifference(result.difference) : "").toBe("");
      if (result.status === "passed") passed++;
    }
    expect(passed).toBeGreaterThan(0);
  });
});

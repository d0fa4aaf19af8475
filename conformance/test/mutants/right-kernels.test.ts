import { type AnyPack, definePack, loadPack } from "@thimble/core";
import { describe, expect, test } from "vitest";
import { type CaseResult, checkCase } from "../../src/checks/check-case.ts";
import { readConformanceCases } from "../../src/corpus/case-files.ts";
import { wordOf } from "../../src/corpus/ids.ts";
import { buildSources, mutantSource, rightKernels, rightSource } from "./build-mutants.ts";
import { mutants } from "./mutants.ts";
import { mutatedKernels } from "./typescript/mutants.ts";

/** Cases that are looked at: the last ones are recorded from TFLM, where any are. */
const CASES = 14;

interface RightKernel {
  readonly name: string;
  readonly operator: string;
  readonly pack: AnyPack;
}

const modules = await buildSources([...rightKernels.map(rightSource), ...mutants.map(mutantSource)]);

const inC = await Promise.all(
  rightKernels.map(async (name): Promise<RightKernel> => {
    const pack = await loadPack(modules.get(name)!);
    return { name: `${name}.c`, operator: pack.kernels[0]!.operator.name, pack };
  }),
);

const inTypeScript = mutatedKernels.map(({ right }): RightKernel => {
  const pack = definePack({ id: "@thimble/right", version: "1.0.0", kernels: [right] });
  return { name: `${right.name}.ts`, operator: right.operator.name, pack };
});

const rights = [...inC, ...inTypeScript];

describe("the right kernels give the recorded outputs, or decline", () => {
  test.each(rights)("$name", async ({ operator, pack }) => {
    const results: CaseResult[] = [];
    for (const each of readConformanceCases(wordOf(operator)).slice(-CASES)) results.push(await checkCase(each, pack));
    expect(results.filter(({ status }) => status === "failed")).toEqual([]);
    expect(results.some(({ status }) => status === "passed")).toBe(true);
  });
});

describe("mutants", () => {
  const ids = [...mutants, ...mutatedKernels.flatMap((kernel) => kernel.mutants)].map(({ id }) => id);

  test("each has a name of its own", () => {
    expect(ids.length).toBeGreaterThanOrEqual(120);
    expect([...new Set(ids)]).toEqual(ids);
  });

  test("each is another module than the right kernel's", () => {
    const alike = mutants.filter(({ id, source }) => Buffer.from(modules.get(id)!).equals(modules.get(source)!));
    expect(alike.map(({ id }) => id)).toEqual([]);
  });
});

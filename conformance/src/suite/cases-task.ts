import type { AnyPack } from "@thimble/core";
import type { ConformanceCase } from "../checks/case.ts";
import { type CaseResult, checkCase } from "../checks/check-case.ts";
import type { CheckName } from "../checks/checks.ts";
import { type Heap, heapGrowth, leftBehind } from "../checks/heap.ts";
import type { Message } from "./task.ts";
import { timeCase } from "./time-kernels.ts";

const sizeOf = ({ invocations }: ConformanceCase): number =>
  invocations[0]!.inputs.reduce((sum, { length }) => sum + length, 0);

/** Runs cases with a pack, one after another. */
export async function runCases(
  cases: readonly ConformanceCase[],
  pack: AnyPack,
  heap: Heap | undefined,
  say: (message: Message) => void,
): Promise<void> {
  const largest = new Map<string, ConformanceCase>();
  for (const [i, conformanceCase] of cases.entries()) {
    say({ kind: "start", id: conformanceCase.id });
    const result = await checkCase(conformanceCase, pack, { neighbour: cases[i - 1] });
    say({ kind: "case", result });
    if (result.status !== "passed" || result.kernels.length !== 1) continue;
    const other = largest.get(result.kernels[0]!);
    if (!other || sizeOf(other) < sizeOf(conformanceCase)) largest.set(result.kernels[0]!, conformanceCase);
  }
  for (const [kernel, conformanceCase] of largest) {
    const { id } = conformanceCase;
    say({ kind: "start", id });
    if (heap) say({ kind: "heap", result: await examineHeap(kernel, conformanceCase, pack, heap) });
    say({ kind: "speed", speed: { kernel, case: id, ...(await timeCase(conformanceCase, pack)) } });
  }
}

/** What takes too long to be done for each case: a kernel's largest one stands for all. */
async function examineHeap(
  kernel: string,
  conformanceCase: ConformanceCase,
  pack: AnyPack,
  heap: Heap,
): Promise<CaseResult> {
  const found: [CheckName, string | undefined][] = [
    ["allocation", await heapGrowth(conformanceCase, pack, heap)],
    ["dispose", await leftBehind(conformanceCase, pack, heap)],
  ];
  const checks = found.map(([check, message]) =>
    message === undefined ? { check, status: "passed" as const } : { check, status: "failed" as const, message },
  );
  const { id, operator } = conformanceCase;
  const status = checks.some((check) => check.status === "failed") ? "failed" : "passed";
  return { id, operator, status, kernels: [kernel], declined: [], checks, largestDifference: 0 };
}

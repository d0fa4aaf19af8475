import type { AnyPack } from "@thimble/core";
import type { ConformanceCase } from "../checks/case.ts";
import type { CaseResult } from "../checks/check-case.ts";
import type { CheckName } from "../checks/checks.ts";
import { type Heap, heapGrowth, leftBehind } from "../checks/heap.ts";
import type { Measure } from "./cases-task.ts";
import { timeCase } from "./time-kernels.ts";

/** Measures what a kernel does to the engine's heap, and how long it takes. */
export const measureEngine =
  (heap: Heap): Measure =>
  async (kernel, conformanceCase, pack) => {
    const { id } = conformanceCase;
    return [
      { kind: "heap", result: await examineHeap(kernel, conformanceCase, pack, heap) },
      { kind: "speed", speed: { kernel, case: id, ...(await timeCase(conformanceCase, pack)) } },
    ];
  };

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

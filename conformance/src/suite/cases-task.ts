import type { AnyPack } from "@thimble/core";
import type { ConformanceCase } from "../checks/case.ts";
import { checkCase } from "../checks/check-case.ts";
import type { Message } from "./task.ts";

/** What takes too long to be done for each case: a kernel's largest one stands for all. */
export type Measure = (kernel: string, conformanceCase: ConformanceCase, pack: AnyPack) => Promise<readonly Message[]>;

const sizeOf = ({ invocations }: ConformanceCase): number =>
  invocations[0]!.inputs.reduce((sum, { length }) => sum + length, 0);

/** Runs cases with a pack, one after another. */
export async function runCases(
  cases: readonly ConformanceCase[],
  pack: AnyPack,
  measure: Measure,
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
    say({ kind: "start", id: conformanceCase.id });
    for (const message of await measure(kernel, conformanceCase, pack)) say(message);
  }
}

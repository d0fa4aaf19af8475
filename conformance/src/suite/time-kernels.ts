import type { AnyPack, Interpreter } from "@thimble/core";
import reference from "@thimble/kernels-reference";
import type { ConformanceCase } from "../checks/case.ts";
import { openCase, withReference } from "../checks/open-case.ts";

const ROUNDS = 9;
const ROUND_MICROSECONDS = 400;

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1]!;

/** Microseconds of an invoke, over as many as a round takes. */
function timeRound(interpreter: Interpreter): number {
  const start = performance.now();
  let [invokes, elapsed] = [0, 0];
  for (; elapsed < ROUND_MICROSECONDS; elapsed = 1000 * (performance.now() - start)) {
    interpreter.invoke();
    invokes++;
  }
  return elapsed / invokes;
}

/** Medians of an invoke with the pack and with the reference, in microseconds, measured in turns. */
export async function timeCase(
  conformanceCase: ConformanceCase,
  pack: AnyPack,
): Promise<{ readonly ours: number; readonly reference: number }> {
  const sides = [
    await openCase(conformanceCase, withReference(pack)),
    await openCase(conformanceCase, [reference]),
  ] as const;
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) for (const i of [0, 1] as const) times[i].push(timeRound(sides[i]));
  for (const side of sides) side.dispose();
  return { ours: median(times[0]), reference: median(times[1]) };
}

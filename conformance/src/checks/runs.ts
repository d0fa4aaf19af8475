import { type Layout, USUAL } from "../probe/layout.ts";
import type { ProbedNode } from "../probe/probe.ts";
import type { Session } from "../probe/session.ts";
import type { CheckName } from "./checks.ts";
import type { Examination, Mistake } from "./examination.ts";
import type { Expected } from "./expectation.ts";

interface Mistakes {
  usual?: Mistake;
  unusual?: Mistake;
}

/** Runs the case in two interpreters in turns, in the second with everything else different. */
export async function checkRuns(
  examination: Examination,
  usual: Session,
  unusualLayout: Layout,
  expected: readonly Expected[],
): Promise<boolean> {
  const unusual = await examination.open(unusualLayout);
  const mistakes: Mistakes = {};
  for (const at of examination.case.invocations.keys()) {
    const here = examination.runOne(usual, at, expected);
    const there = examination.runOne(unusual, at, expected);
    if (here) mistakes.usual ??= here;
    if (there) mistakes.unusual ??= there;
  }
  examination.takeViolations(usual.probe);
  examination.takeViolations(unusual.probe);
  compareRecords(examination, usual.probe.nodes, unusual.probe.nodes);
  unusual.dispose();
  await blame(examination, mistakes, unusualLayout, expected);
  for (const check of ["matches", "reads", "alignment", "relocation", "instances"] as const) examination.pass(check);
  return !mistakes.usual;
}

/** Finds out what it was that made a run go wrong, by changing one thing at a time. */
async function blame(
  examination: Examination,
  { usual, unusual }: Mistakes,
  unusualLayout: Layout,
  expected: readonly Expected[],
): Promise<void> {
  if (usual && (await examination.runAlone(USUAL, expected))) {
    examination.fail("matches", usual);
    if (!(await examination.runAlone({ ...USUAL, filling: "zeros" }, expected))) examination.fail("reads", usual);
    return;
  }
  const mistake = usual ?? unusual;
  if (mistake && !(await blameLayout(examination, unusualLayout, expected))) examination.fail("instances", mistake);
}

/** Whether the case goes wrong where one thing only is unusual. */
async function blameLayout(
  examination: Examination,
  { filling, alignment, shift }: Layout,
  expected: readonly Expected[],
): Promise<boolean> {
  const changed: readonly (readonly [CheckName, Layout])[] = [
    ["reads", { ...USUAL, filling }],
    ["alignment", { ...USUAL, alignment }],
    ["relocation", { ...USUAL, shift }],
  ];
  let isBlamed = false;
  for (const [check, layout] of changed) {
    const mistake = await examination.runAlone(layout, expected);
    if (mistake) examination.fail(check, mistake);
    isBlamed ||= mistake !== undefined;
  }
  return isBlamed;
}

/** What kernels prepared at two places has to be the same bytes. */
function compareRecords(examination: Examination, here: readonly ProbedNode[], there: readonly ProbedNode[]): void {
  here.forEach(({ kernel, prepared }, n) => {
    prepared.forEach((bytes, i) => {
      const other = there[n]?.prepared[i];
      const at = bytes.findIndex((byte, b) => byte !== other?.[b]);
      if (at < 0) return;
      const message = `${kernel.name} prepares other bytes at another place: byte ${at} of block ${i} (${bytes.length} bytes) is ${bytes[at]}, then ${other?.[at]}`;
      examination.fail("relocation", { message });
    });
  });
}

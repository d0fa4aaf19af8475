import { ThimbleError } from "@thimble/schema";
import { BUFFER_ALIGNMENT, type Overlap, overlapInTime, type Plan, type PlanBuffer } from "./plan.ts";

/** Checks a plan independently of the planner that made it; throws `PLAN_INVALID` naming the buffers. */
export function verifyPlan(plan: Plan): void {
  const problem = problemOf(plan);
  if (problem !== undefined) throw new ThimbleError("PLAN_INVALID", `planner ${plan.planner}: ${problem}`);
}

/** What is wrong with a plan, or `undefined`. */
export function problemOf(plan: Plan): string | undefined {
  const { buffers, offsets } = plan;
  if (offsets.length !== buffers.length) return `placed ${offsets.length} of ${buffers.length} buffers`;
  for (const [i, buffer] of buffers.entries()) {
    const problem = problemAt(buffer, offsets[i]!, plan.size);
    if (problem !== undefined) return problem;
  }
  for (const [a, b] of overlaps(plan))
    if (!plan.overlaps?.some((overlap) => permits(overlap, plan, a, b)))
      return `${buffers[a]!.name} and ${buffers[b]!.name} share bytes while both are in use`;
  return undefined;
}

function problemAt(buffer: PlanBuffer, offset: number, end: number): string | undefined {
  const { name, size } = buffer;
  const { alignment = BUFFER_ALIGNMENT } = buffer.offset === undefined ? {} : buffer;
  if (!Number.isInteger(offset) || offset < 0 || offset % alignment !== 0)
    return `put ${name} at ${offset}, which is no multiple of ${alignment}`;
  if (buffer.offset !== undefined && offset !== buffer.offset)
    return `put ${name} at ${offset}, it has to lie at ${buffer.offset}`;
  if (offset + size > end) return `put ${name} at ${offset} to ${offset + size}, behind the end at ${end}`;
  return undefined;
}

/** Whether two buffers are the ones that may overlap, only the step of a node is between them, and they lie as they may. */
function permits({ input, output, lead, isExact }: Overlap, { buffers, offsets }: Plan, a: number, b: number): boolean {
  if (Math.min(a, b) !== Math.min(input, output) || Math.max(a, b) !== Math.max(input, output)) return false;
  if (buffers[input]!.lastUse !== buffers[output]!.firstUse) return false;
  const distance = offsets[input]! - offsets[output]!;
  return isExact ? distance === 0 : distance >= Math.max(0, lead);
}

/** Pairs of buffers that share bytes and are in use at the same step: a sweep over addresses. */
export function* overlaps({ buffers, offsets }: Pick<Plan, "buffers" | "offsets">): Generator<[number, number]> {
  const taking = buffers.map((_, index) => index).filter((index) => buffers[index]!.size > 0);
  const order = taking.sort((a, b) => offsets[a]! - offsets[b]!);
  let open: number[] = [];
  for (const index of order) {
    open = open.filter((other) => offsets[other]! + buffers[other]!.size > offsets[index]!);
    for (const other of open) if (overlapInTime(buffers[index]!, buffers[other]!)) yield [other, index];
    open.push(index);
  }
}

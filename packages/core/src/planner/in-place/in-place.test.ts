import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makePlan } from "../index.ts";
import { planOptimal } from "../optimal/index.ts";
import { alignUp, type Overlap, overlapInTime, type PlanBuffer } from "../plan.ts";
import { verifyPlan } from "../verify.ts";

/** `FAST_CHECK_RUNS=10000` looks longer. */
const numRuns = Number(process.env.FAST_CHECK_RUNS ?? 200);

const buffer = (size: number, firstUse: number, lastUse: number): PlanBuffer => ({
  name: `${size} bytes, ${firstUse}..${lastUse}`,
  size,
  firstUse,
  lastUse,
});

interface Problem {
  readonly buffers: readonly PlanBuffer[];
  readonly overlaps: readonly Overlap[];
}

interface Node {
  readonly output: number;
  readonly back: number;
  readonly scratch: number;
  readonly lead: number | undefined;
}

/** Each node reads one of the outputs before it; where that is the last use, its own may lie on it. */
function graphOf(nodes: readonly Node[]): Problem {
  const lastUses = nodes.map((_, i) => i);
  const inputs = nodes.map(({ back }, i) => (back <= i ? i - back : -1));
  inputs.forEach((input, i) => {
    if (input >= 0) lastUses[input] = Math.max(lastUses[input]!, i);
  });
  const tensors = nodes.map(({ output }, i) => buffer(output, i, lastUses[i]!));
  const scratch = nodes.flatMap(({ scratch }, i) => (scratch > 0 ? [buffer(scratch, i, i)] : []));
  const overlaps = nodes.flatMap(({ lead, output: size }, output): Overlap[] => {
    const input = inputs[output]!;
    if (input < 0 || lastUses[input] !== output || lead === undefined) return [];
    const isExact = lead < 0 && tensors[input]!.size === size;
    return lead < 0 && !isExact ? [] : [{ input, output, lead: Math.max(0, lead), isExact }];
  });
  return { buffers: [...tensors, ...scratch], overlaps };
}

const anyGraph = (maxLength: number, most: number): fc.Arbitrary<Problem> =>
  fc
    .array(
      fc.record({
        output: fc.oneof(fc.constant(most), fc.integer({ min: 1, max: most })),
        back: fc.constantFrom(1, 1, 1, 2, 3),
        scratch: fc.constantFrom(0, 0, 1, most),
        lead: fc.option(fc.integer({ min: -1, max: most }), { nil: undefined, freq: 3 }),
      }),
      { minLength: 1, maxLength, size: "max" },
    )
    .map(graphOf);

/** Whether two buffers lie beside each other as their overlap says, or apart. */
function liesWell({ buffers, overlaps }: Problem, offsets: readonly number[], a: number, b: number): boolean {
  const [first, second] = [buffers[a]!, buffers[b]!];
  if (!overlapInTime(first, second)) return true;
  if (offsets[a]! + alignUp(first.size) <= offsets[b]! || offsets[b]! + alignUp(second.size) <= offsets[a]!)
    return true;
  const overlap = overlaps.find(({ input, output }) => (input === a && output === b) || (input === b && output === a));
  if (!overlap) return false;
  const distance = offsets[overlap.input]! - offsets[overlap.output]!;
  return overlap.isExact ? distance === 0 : distance >= overlap.lead;
}

/** The least size by definition: all multiples of 16 for every buffer. */
function leastSize(problem: Problem, enough: number, offsets: readonly number[] = []): number {
  const { buffers } = problem;
  if (offsets.length === buffers.length)
    return Math.max(0, ...offsets.map((offset, i) => offset + alignUp(buffers[i]!.size)));
  let least = enough;
  for (let offset = 0; offset + alignUp(buffers[offsets.length]!.size) < least; offset += 16) {
    const next = [...offsets, offset];
    if (offsets.every((_, other) => liesWell(problem, next, other, offsets.length)))
      least = Math.min(least, leastSize(problem, least, next));
  }
  return least;
}

test("plans with overlaps are sound, and never larger than those without", () => {
  fc.assert(
    fc.property(anyGraph(40, 500), ({ buffers, overlaps }) => {
      const plan = makePlan("optimal", buffers, overlaps);
      expect(plan.size).toBeLessThanOrEqual(planOptimal(buffers).size);
      expect(plan.lowerBound).toBeLessThanOrEqual(plan.size);
      buffers.forEach((_, a) => {
        for (let b = 0; b < a; b++) expect(liesWell({ buffers, overlaps }, plan.offsets, a, b)).toBe(true);
      });
    }),
    { numRuns },
  );
});

test("what is certified to be the least is that, and nothing is below a lower bound", () => {
  fc.assert(
    fc.property(anyGraph(4, 48), (problem) => {
      // All placements of more buffers are too many to go through.
      fc.pre(problem.buffers.length <= 6);
      const plan = makePlan("optimal", problem.buffers, problem.overlaps);
      const least = leastSize(problem, plan.size);
      expect(plan.lowerBound).toBeLessThanOrEqual(least);
      if (plan.certificate === "optimal") expect(plan.size).toBe(least);
    }),
    { numRuns },
  );
});

describe("an output", () => {
  const growing = [buffer(64, 0, 1), buffer(128, 1, 2)];

  test("begins as far before its input as it has to", () => {
    const plan = makePlan("optimal", growing, [{ input: 0, output: 1, lead: 64, isExact: false }]);
    expect(plan).toMatchObject({ size: 128, certificate: "optimal", offsets: [64, 0] });
    const later = makePlan("optimal", growing, [{ input: 0, output: 1, lead: 65, isExact: false }]);
    expect(later).toMatchObject({ size: 144, certificate: "optimal", offsets: [80, 0] });
  });

  test("lies apart where that takes no more", () => {
    const overlaps = [{ input: 0, output: 1, lead: 128, isExact: false }];
    expect(makePlan("optimal", growing, overlaps).size).toBe(planOptimal(growing).size);
  });

  test("lies on its input where it may only lie there", () => {
    const pair = [buffer(100, 0, 1), buffer(100, 1, 2)];
    const plan = makePlan("optimal", pair, [{ input: 0, output: 1, lead: 0, isExact: true }]);
    expect(plan).toMatchObject({ offsets: [0, 0], size: 112, certificate: "optimal" });
  });

  test.each(["greedy", "linear"] as const)("never lies on an input with the planner %s", (planner) => {
    const plan = makePlan(planner, growing, [{ input: 0, output: 1, lead: 64, isExact: false }]);
    expect(plan.size).toBe(192);
  });
});

describe("the verifier refuses", () => {
  const buffers = [buffer(64, 0, 1), buffer(64, 1, 2), buffer(64, 1, 2)];
  const overlap = { input: 0, output: 1, lead: 16, isExact: false };
  const verify =
    (offsets: number[], overlaps: Overlap[], of: PlanBuffer[] = buffers) =>
    () =>
      verifyPlan({ planner: "mine", buffers: of, overlaps, offsets, size: 400 });

  test("no output that begins before its input as it has to", () => {
    expect(verify([16, 0, 128], [overlap])).not.toThrow();
    expect(verify([32, 32, 128], [{ ...overlap, isExact: true }])).not.toThrow();
  });

  test.each<[string, () => void]>([
    ["an output that begins too late", verify([0, 0, 128], [overlap])],
    ["one elsewhere that may only lie where its input does", verify([16, 0, 128], [{ ...overlap, isExact: true }])],
    ["another buffer on the input", verify([16, 128, 0], [overlap])],
    ["an input that is read later", verify([16, 0, 128], [overlap], [buffer(64, 0, 2), buffers[1]!, buffers[2]!])],
  ])("%s", (_, call) => {
    expect(call).toThrow(expect.objectContaining({ code: "PLAN_INVALID" }));
  });
});

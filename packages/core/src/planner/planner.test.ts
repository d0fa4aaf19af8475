import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatPlan, makePlan, type PlanBuffer } from "../index.ts";
import { planGreedy } from "./greedy.ts";
import { planLinear } from "./linear.ts";
import { alignUp, overlapInTime } from "./plan.ts";
import { verifyPlan } from "./verify.ts";

const buffer = (size: number, firstUse: number, lastUse: number, name = "b"): PlanBuffer => ({
  name,
  size,
  firstUse,
  lastUse,
});

const anyBuffers = fc.array(
  fc
    .record({ size: fc.integer({ min: 1, max: 500 }), first: fc.nat(20), length: fc.nat(8) })
    .map(({ size, first, length }) => buffer(size, first, first + length)),
  { maxLength: 40 },
);

/** TFLM's rule by definition: the lowest place, among 0 and the ends of what is placed, that overlaps nothing. */
function greedyByDefinition(buffers: readonly PlanBuffer[]): number[] {
  const sizes = buffers.map(({ size }) => alignUp(size));
  const order = buffers.map((_, i) => i).sort((a, b) => sizes[b]! - sizes[a]! || b - a);
  const offsets: number[] = [];
  for (const i of order) {
    const alive = Object.keys(offsets)
      .map(Number)
      .filter((j) => overlapInTime(buffers[i]!, buffers[j]!));
    const candidates = [0, ...alive.map((j) => offsets[j]! + sizes[j]!)].sort((a, b) => a - b);
    const fits = (at: number) => alive.every((j) => at + sizes[i]! <= offsets[j]! || offsets[j]! + sizes[j]! <= at);
    offsets[i] = candidates.find(fits)!;
  }
  return offsets;
}

describe("greedy", () => {
  test("places the largest first, of equal sizes the later one, each in the first gap", () => {
    const { offsets, size } = planGreedy([buffer(10, 0, 1), buffer(32, 1, 2), buffer(32, 2, 3), buffer(16, 3, 4)]);
    expect(offsets).toEqual([0, 32, 0, 32]);
    expect(size).toBe(64);
  });

  test("gives the offsets of its definition for any buffers", () => {
    fc.assert(
      fc.property(anyBuffers, (buffers) => {
        expect(planGreedy(buffers).offsets).toEqual(greedyByDefinition(buffers));
      }),
    );
  });

  test("never overlaps, and never takes more than the linear planner", () => {
    fc.assert(
      fc.property(anyBuffers, (buffers) => {
        expect(makePlan("greedy", buffers).size).toBeLessThanOrEqual(makePlan("linear", buffers).size);
      }),
    );
  });

  test("plans nothing in no bytes", () => {
    expect(planGreedy([])).toEqual({ offsets: [], size: 0 });
  });
});

test("linear gives every buffer bytes of its own, in order", () => {
  expect(planLinear([buffer(1, 0, 0), buffer(17, 0, 0), buffer(16, 5, 5)])).toEqual({ offsets: [0, 16, 48], size: 64 });
});

describe("the verifier", () => {
  const buffers = [buffer(16, 0, 2, "a"), buffer(16, 1, 3, "b"), buffer(16, 3, 4, "c")];
  const withOffset = (offset: number) => [...buffers.slice(0, 2), { ...buffers[2]!, offset, alignment: 4 }];
  const plan = (offsets: number[], size = 48) => ({ planner: "mine", buffers, offsets, size });

  test("accepts buffers that share bytes at different steps", () => {
    expect(() => verifyPlan(plan([0, 16, 0]))).not.toThrow();
  });

  test("lets buffers without bytes lie anywhere", () => {
    const placement = { offsets: [0, 0, 16], size: 32 };
    const empty = [buffer(32, 0, 1), buffer(0, 0, 1), buffer(0, 0, 1)];
    expect(() => verifyPlan({ planner: "mine", buffers: empty, ...placement })).not.toThrow();
  });

  test.each([
    ["shared bytes at the same step", plan([0, 0, 16]), /a and b share bytes/],
    ["a place that is not aligned", plan([8, 32, 0]), /a at 8/],
    ["a place before the start", plan([-16, 32, 0]), /a at -16/],
    ["a place behind the end", plan([0, 32, 16], 40), /b at 32 to 48, behind the end at 40/],
    ["a missing place", plan([0, 16]), /placed 2 of 3/],
    ["another place than the one it has", { ...plan([0, 16, 0]), buffers: withOffset(48) }, /c at 0, .* lie at 48/],
    ["a place that is not aligned for it", { ...plan([0, 16, 18], 48), buffers: withOffset(18) }, /c at 18/],
  ])("refuses %s", (_, bad, message) => {
    expect(() => verifyPlan(bad)).toThrow(
      expect.objectContaining({ code: "PLAN_INVALID", message: expect.stringMatching(message) }),
    );
  });
});

test("an unknown planner is named with the known ones", () => {
  expect(() => makePlan("best" as "greedy", [])).toThrow(/"best".*greedy, linear, optimal, offline/);
});

test("a plan prints as a table in the order of addresses", () => {
  expect(formatPlan(makePlan("greedy", [buffer(8, 0, 1, "in"), buffer(100, 1, 2, "out")]))).toBe(
    [
      "greedy: 128 bytes for 2 buffers",
      "from   to  bytes  steps  buffer",
      "   0  100    100   1..2  out",
      " 112  120      8   0..1  in",
    ].join("\n"),
  );
});

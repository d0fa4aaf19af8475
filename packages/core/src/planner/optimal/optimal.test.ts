import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planGreedy } from "../greedy.ts";
import { makePlan, planners } from "../index.ts";
import { alignUp, overlapInTime, type PlanBuffer } from "../plan.ts";
import { verifyPlan } from "../verify.ts";
import { planOptimal } from "./index.ts";

/** `FAST_CHECK_RUNS=10000` looks longer. */
const numRuns = Number(process.env.FAST_CHECK_RUNS ?? 100);

const buffer = (size: number, firstUse: number, lastUse: number): PlanBuffer => ({
  name: `${size} bytes, ${firstUse}..${lastUse}`,
  size,
  firstUse,
  lastUse,
});

const anySize = fc.oneof(
  fc.integer({ min: 1, max: 500 }),
  fc.integer({ min: 1, max: 6 }).map((n) => n * 64),
);

const buffersOf = (maxLength: number, steps: number): fc.Arbitrary<PlanBuffer[]> =>
  fc.array(
    fc
      .record({ size: anySize, first: fc.nat(steps), length: fc.nat(8) })
      .map(({ size, first, length }) => buffer(size, first, first + length)),
    { maxLength, size: "max" },
  );

/** Each node reads what the one before it wrote, and some have scratch. */
const anyChain = fc
  .array(fc.record({ output: anySize, scratch: fc.array(anySize, { maxLength: 2 }) }), {
    minLength: 1,
    maxLength: 60,
    size: "max",
  })
  .map((nodes) =>
    nodes.flatMap(({ output, scratch }, i) => [buffer(output, i, i + 1), ...scratch.map((size) => buffer(size, i, i))]),
  );

/** Each node reads the outputs of one or two earlier ones. */
const anyGraph = fc
  .array(
    fc.record({ output: anySize, back: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 2 }) }),
    { minLength: 1, maxLength: 60, size: "max" },
  )
  .map((nodes) => {
    const lastUses = nodes.map((_, i) => i);
    nodes.forEach(({ back }, i) => {
      for (const distance of back) if (distance <= i) lastUses[i - distance] = i;
    });
    return nodes.map(({ output }, i) => buffer(output, i, lastUses[i]!));
  });

/**
 * The least size by definition: every placement pushed down as far as it goes comes from placing the buffers in some
 * order, each on top of all before it that are in use together with it.
 */
function leastSize(
  buffers: readonly PlanBuffer[],
  placed: readonly { buffer: PlanBuffer; top: number }[] = [],
): number {
  const tops = placed.map(({ top }) => top);
  if (buffers.length === 0) return Math.max(0, ...tops);
  const sizes = buffers.map((next) => {
    const below = placed.filter(({ buffer }) => overlapInTime(buffer, next)).map(({ top }) => top);
    const top = Math.max(0, ...below) + alignUp(next.size);
    return leastSize(
      buffers.filter((other) => other !== next),
      [...placed, { buffer: next, top }],
    );
  });
  return Math.min(...sizes);
}

function expectSound(buffers: readonly PlanBuffer[], nodes?: number): void {
  const plan = planOptimal(buffers, { nodes });
  verifyPlan({ planner: "optimal", buffers, ...plan });
  expect(plan.size).toBeLessThanOrEqual(planGreedy(buffers).size);
  expect(plan.lowerBound).toBeLessThanOrEqual(plan.size);
  expect(plan.certificate).toEqual(plan.size === plan.lowerBound ? "optimal" : { gap: plan.size - plan.lowerBound });
}

describe("for any buffers", () => {
  test.each([
    ["chains", anyChain],
    ["graphs", anyGraph],
    ["intervals", buffersOf(40, 20)],
  ])("%s: never more than greedy, never two buffers on the same bytes", (_, anyBuffers) => {
    fc.assert(
      fc.property(anyBuffers, fc.constantFrom(0, 50, 2000), (buffers, nodes) => expectSound(buffers, nodes)),
      { numRuns },
    );
  });

  test("chains take what is in use at once, without a search", () => {
    fc.assert(
      fc.property(anyChain, (buffers) => {
        expect(planOptimal(buffers, { nodes: 0 }).certificate).toBe("optimal");
      }),
      { numRuns },
    );
  });

  test("up to 7 buffers take what the best of all orders takes", () => {
    fc.assert(
      fc.property(buffersOf(7, 6), (buffers) => {
        const { size, certificate } = planOptimal(buffers);
        expect(certificate).toBe("optimal");
        expect(size).toBe(leastSize(buffers));
      }),
      { numRuns },
    );
  });

  test("the same buffers give the same placement", () => {
    fc.assert(
      fc.property(buffersOf(40, 20), (buffers) => {
        expect(planOptimal(buffers, { nodes: 500 })).toEqual(planOptimal(buffers, { nodes: 500 }));
      }),
      { numRuns },
    );
  });
});

test("proves that the most bytes in use at once may be too few", () => {
  const rows = [
    [2, 4, 4],
    [1, 0, 1],
    [4, 0, 0],
    [1, 3, 9],
    [1, 2, 3],
    [4, 5, 9],
    [2, 1, 4],
    [1, 3, 3],
    [2, 1, 2],
  ] as const;
  const buffers = rows.map(([size, firstUse, lastUse]) => buffer(size, firstUse, lastUse));
  const live = [0, 1, 2, 3, 4, 5].map((step) =>
    buffers.filter((b) => b.firstUse <= step && step <= b.lastUse).reduce((sum, b) => sum + b.size, 0),
  );
  expect(Math.max(...live)).toBe(5);
  expect(planOptimal(buffers, { alignment: 1 })).toMatchObject({ size: 6, lowerBound: 6, certificate: "optimal" });
});

describe("without anything to choose", () => {
  test.each([
    ["no buffers", [], 0],
    ["one buffer", [buffer(17, 3, 3)], 32],
    ["only buffers without bytes", [buffer(0, 0, 1), buffer(0, -1, -1)], 0],
    ["a buffer without bytes among others", [buffer(16, 0, 1), buffer(0, 0, 1), buffer(16, 1, 1)], 32],
    ["buffers that nothing uses", [buffer(16, -1, -1), buffer(32, -1, -1)], 48],
    ["buffers all in use at once", Array.from({ length: 300 }, (_, i) => buffer(i + 1, i, 300)), 47424],
  ])("%s", (_, buffers, size) => {
    expectSound(buffers);
    expect(planOptimal(buffers)).toMatchObject({ size, certificate: "optimal" });
  });
});

test("a smaller alignment takes fewer bytes", () => {
  const buffers = [buffer(3, 0, 1), buffer(6, 1, 2)];
  expect(planOptimal(buffers, { alignment: 4 })).toMatchObject({ size: 12, lowerBound: 12 });
  expect(planOptimal(buffers, { alignment: 1 })).toMatchObject({ size: 9, lowerBound: 9 });
});

test("more nodes find smaller placements", () => {
  const buffers = Array.from({ length: 60 }, (_, i) => buffer(16 * (1 + ((i * 37) % 23)), i, i + 1 + ((i * 7) % 5)));
  const [none, some] = [0, 20_000].map((nodes) => planOptimal(buffers, { nodes }));
  expect(none!.certificate).toEqual({ gap: none!.size - none!.lowerBound });
  expect(some!.size).toBeLessThan(none!.size);
});

test("thousands of buffers need no deep stack", () => {
  const buffers = Array.from({ length: 4000 }, (_, i) => buffer(16 * (1 + ((i * 37) % 23)), i, i + 1 + ((i * 7) % 5)));
  expectSound(buffers, 10_000);
});

test("is one of the planners by name", () => {
  expect(Object.keys(planners)).toContain("optimal");
  expect(makePlan("optimal", [buffer(16, 0, 1), buffer(16, 2, 3)])).toMatchObject({ planner: "optimal", size: 16 });
});

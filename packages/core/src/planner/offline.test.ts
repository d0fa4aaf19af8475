import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planGreedy } from "./greedy.ts";
import { makePlan } from "./index.ts";
import { planOffline } from "./offline.ts";
import { alignUp, overlapInTime, type PlanBuffer } from "./plan.ts";

const buffer = (name: string, size: number, firstUse: number, lastUse: number, offset?: number): PlanBuffer => ({
  name,
  size,
  firstUse,
  lastUse,
  offset,
});

const anyBuffers = (offset: fc.Arbitrary<number | undefined>): fc.Arbitrary<PlanBuffer[]> =>
  fc
    .array(fc.record({ size: fc.integer({ min: 1, max: 300 }), first: fc.nat(12), length: fc.nat(6), offset }), {
      maxLength: 24,
    })
    .map((all) =>
      all.map(({ size, first, length, offset }, i) => buffer(`b${i}`, size, first, first + length, offset)),
    );

const aligned = fc.nat(80).map((blocks) => 16 * blocks);

/** TFLM's rule by definition: what has offsets first, then the largest in the lowest place that overlaps nothing. */
function offlineByDefinition(buffers: readonly PlanBuffer[]): number[] {
  const sizes = buffers.map(({ size }) => alignUp(size));
  const offsets: (number | undefined)[] = buffers.map(({ offset }) => offset);
  const open = buffers.map((_, i) => i).filter((i) => offsets[i] === undefined);
  for (const i of open.sort((a, b) => sizes[b]! - sizes[a]! || b - a)) {
    const ends = offsets.flatMap((offset, j) => (offset === undefined ? [] : [offset + sizes[j]!]));
    const isFree = (at: number) =>
      buffers.every((other, j) => {
        const from = offsets[j];
        if (from === undefined || !overlapInTime(buffers[i]!, other)) return true;
        return at + sizes[i]! <= from || from + sizes[j]! <= at;
      });
    offsets[i] = [0, ...ends].sort((a, b) => a - b).find(isFree)!;
  }
  return offsets as number[];
}

const overlapping = (buffers: readonly PlanBuffer[]): boolean =>
  buffers.some((a, i) =>
    buffers.slice(0, i).some((b) => {
      if (a.offset === undefined || b.offset === undefined || !overlapInTime(a, b)) return false;
      return a.offset < b.offset + b.size && b.offset < a.offset + a.size;
    }),
  );

describe("offline", () => {
  test("is TFLM's greedy where nothing has an offset", () => {
    fc.assert(
      fc.property(anyBuffers(fc.constant(undefined)), (buffers) => {
        expect(planOffline(buffers)).toEqual(planGreedy(buffers));
      }),
    );
  });

  test("keeps every offset, and places the rest as TFLM does, or refuses naming both buffers", () => {
    fc.assert(
      fc.property(anyBuffers(fc.option(aligned, { nil: undefined, freq: 2 })), (buffers) => {
        if (overlapping(buffers)) {
          const message = expect.stringMatching(/ b\d+ at \d+ to \d+ and b\d+ at \d+ to \d+ while both are in use; /);
          expect(() => makePlan("offline", buffers)).toThrow(
            expect.objectContaining({ code: "PLAN_INVALID", message }),
          );
        } else {
          expect(makePlan("offline", buffers).offsets).toEqual(offlineByDefinition(buffers));
        }
      }),
      { numRuns: 500 },
    );
  });

  test("reads a plan back as it was, whoever made it", () => {
    fc.assert(
      fc.property(anyBuffers(fc.constant(undefined)), (buffers) => {
        const { offsets, size } = makePlan("optimal", buffers);
        const fixed = buffers.map((own, i) => ({ ...own, offset: offsets[i]! }));
        expect(makePlan("offline", fixed)).toMatchObject({ offsets, size });
      }),
    );
  });

  test("uses the gap that a partial plan leaves", () => {
    const buffers = [buffer("a", 32, 0, 9, 64), buffer("b", 48, 0, 9), buffer("c", 16, 0, 9), buffer("d", 32, 0, 9)];
    expect(planOffline(buffers)).toEqual({ offsets: [64, 0, 48, 96], size: 128 });
  });

  test("takes offsets that suit the elements, and keeps the others aligned beside them", () => {
    const half = { ...buffer("half", 6, 0, 1, 20), alignment: 2 };
    expect(planOffline([half, buffer("b", 16, 0, 1), buffer("c", 16, 0, 1)])).toEqual({
      offsets: [20, 32, 0],
      size: 48,
    });
  });

  test("refuses an offset that does not suit the elements", () => {
    const odd = { ...buffer("odd", 8, 0, 1, 6), alignment: 4 };
    expect(() => planOffline([odd])).toThrow(
      expect.objectContaining({ code: "PLAN_INVALID", message: expect.stringMatching(/odd at 6, .*multiple of 4; /) }),
    );
    expect(() => planOffline([buffer("a", 8, 0, 1, 8)])).toThrow(/a at 8, .*multiple of 16; /);
  });

  test("lets buffers with offsets share bytes at different steps", () => {
    expect(planOffline([buffer("a", 32, 0, 1, 0), buffer("b", 32, 2, 3, 16)]).offsets).toEqual([0, 16]);
  });
});

test.each(["greedy", "linear", "optimal"] as const)("the planner %s keeps offsets, too", (planner) => {
  const buffers = [buffer("a", 32, 0, 9, 64), buffer("b", 16, 0, 9)];
  expect(makePlan(planner, buffers).offsets).toEqual([64, 0]);
});

import { makePlan, type PlannerName, planners } from "@thimble/core";
import fc from "fast-check";
import picocolors from "picocolors";
import { describe, expect, test } from "vitest";
import { asciiPicture } from "../src/plan/ascii-picture.ts";
import { findPeak } from "../src/plan/find-peak.ts";
import type { BufferReport, PlanReport } from "../src/plan/plan-report.ts";
import { planSvg } from "../src/plan/svg/plan-svg.ts";
import { arenaOf } from "./models.ts";

const anyBuffer = fc.record({
  name: fc.string({ unit: "binary", minLength: 1, maxLength: 60 }),
  size: fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 10_000_000 })),
  firstUse: fc.integer({ min: -1, max: 200 }),
  length: fc.nat(30),
  isScratch: fc.boolean(),
});

const anyReport: fc.Arbitrary<PlanReport> = fc
  .record({
    all: fc.array(anyBuffer, { maxLength: 40 }),
    planner: fc.constantFrom(...(Object.keys(planners) as PlannerName[])),
    model: fc.string({ unit: "binary" }),
  })
  .map(({ all, planner, model }) => {
    const wanted = all.map((buffer) => ({ ...buffer, lastUse: buffer.firstUse + buffer.length }));
    const plan = makePlan(planner, wanted);
    const { offsets, size } = plan;
    const peak = findPeak(plan);
    const buffers = wanted.map(({ name, size, firstUse, lastUse, isScratch }, i): BufferReport => {
      const place = isScratch ? { subgraph: null, index: null } : { subgraph: 0, index: i };
      const kind = isScratch ? "scratch" : "tensor";
      return { name, kind, ...place, bytes: size, firstUse, lastUse, offset: offsets[i]!, isFixed: false };
    });
    return {
      command: "plan",
      model,
      packs: [],
      planner,
      bytes: size,
      lowerBound: peak.bytes,
      certificate: size === peak.bytes ? "optimal" : { gap: size - peak.bytes },
      peak,
      arena: arenaOf(size),
      limit: null,
      planners: [],
      buffers,
    };
  });

/** What a letter of 11 pixels in a fixed-width font takes across. */
const CHARACTER = 6.6;

const plain = picocolors.createColors(false);

describe("the picture of any plan", () => {
  test("as text keeps within its width and height", () => {
    fc.assert(
      fc.property(anyReport, fc.integer({ min: 24, max: 200 }), (report, width) => {
        const lines = asciiPicture(report, width, plain).split("\n");
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
        expect(lines.length).toBeLessThanOrEqual(21);
      }),
    );
  });

  test("as SVG has a box for each buffer inside the picture, and no text wider than its box", () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const svg = planSvg(report);
        const number = (text: string, name: string): number =>
          Number(new RegExp(` ${name}="([-\\d.]+)"`).exec(text)?.[1]);
        const middle = (box: string): number => number(box, "x") + number(box, "width") / 2;
        const lengthOf = (line: string): number => line.replaceAll(/&[#\w]+;/g, "x").length;
        const [width, height] = [number(svg, "width"), number(svg, "height")];
        const boxes = svg.match(/<rect class="box [^>]*>/g) ?? [];
        expect(boxes).toHaveLength(report.buffers.length);
        for (const box of boxes) {
          expect(number(box, "x")).toBeGreaterThanOrEqual(0);
          expect(number(box, "x") + number(box, "width")).toBeLessThanOrEqual(width);
          expect(number(box, "y")).toBeGreaterThanOrEqual(0);
          expect(number(box, "y") + number(box, "height")).toBeLessThanOrEqual(height);
        }
        for (const [text] of svg.matchAll(/<text class="name .*?<\/text>/gs)) {
          const [length] = [...text.matchAll(/<tspan[^>]*>([^<]*)</g)]
            .map(([, line]) => lengthOf(line!))
            .sort((a, b) => b - a);
          const side = text.includes("rotate") ? "height" : "width";
          const around = boxes.filter((box) => Math.abs(middle(box) - number(text, "x")) < 0.02);
          expect(Math.max(...around.map((box) => number(box, side)))).toBeGreaterThan(length! * CHARACTER);
        }
        expect(svg.replaceAll(/>[^<]*</g, "><")).not.toMatch(/NaN|Infinity|undefined/);
      }),
    );
  });

  test("as SVG is well-formed: every element that begins ends", () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const open: string[] = [];
        for (const [, isEnd, name, isEmpty] of planSvg(report).matchAll(/<(\/?)([a-z]+)[^<>]*?(\/?)>/g))
          if (isEnd) expect(open.pop()).toBe(name);
          else if (!isEmpty) open.push(name!);
        expect(open).toEqual([]);
      }),
    );
  });
});

describe("the peak", () => {
  test("is the most bytes in use at any step, at all the steps where so many are", () => {
    fc.assert(
      fc.property(anyReport, ({ buffers, peak }) => {
        const live = (step: number): number =>
          buffers
            .filter(({ firstUse, lastUse }) => firstUse <= step && step <= lastUse)
            .reduce((sum, { bytes }) => sum + Math.ceil(bytes / 16) * 16, 0);
        const steps = Array.from({ length: 233 }, (_, i) => i - 1);
        const most = Math.max(...steps.map(live));
        expect(peak.bytes).toBe(most);
        const inPeak = (step: number): boolean => peak.steps.some(([from, to]) => from <= step && step <= to);
        expect(steps.filter(inPeak)).toEqual(most === 0 ? [] : steps.filter((step) => live(step) === most));
      }),
    );
  });

  test("counts bytes once that an output shares with an input", () => {
    const buffers = [
      { name: "in", size: 32, firstUse: 0, lastUse: 1 },
      { name: "out", size: 64, firstUse: 1, lastUse: 2 },
    ];
    const overlaps = [{ input: 0, output: 1, lead: 0, isExact: false }];
    expect(findPeak({ buffers, offsets: [48, 0], overlaps })).toEqual({ bytes: 80, steps: [[1, 1]] });
  });

  test("has one range for steps that follow each other, though other buffers take over", () => {
    const use = (firstUse: number, lastUse: number) => ({ name: "b", size: 16, firstUse, lastUse });
    expect(findPeak({ buffers: [use(0, 1), use(2, 3), use(5, 5)], offsets: [0, 0, 0] })).toEqual({
      bytes: 16,
      steps: [
        [0, 3],
        [5, 5],
      ],
    });
  });
});

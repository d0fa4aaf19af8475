import type { KernelNode, Window } from "@thimble/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { windowLead } from "./window-lead.ts";

interface Dimension {
  readonly extent: number;
  readonly window: Window;
}

const anyDimension: fc.Arbitrary<Dimension> = fc
  .record({
    extent: fc.integer({ min: 1, max: 9 }),
    taps: fc.integer({ min: 1, max: 5 }),
    stride: fc.integer({ min: 1, max: 4 }),
    padBefore: fc.nat(3),
    positions: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ extent, taps, stride, padBefore, positions }) => ({
    extent,
    window: { extent: taps, stride, dilation: 1, padBefore, positions },
  }));

const begin = ({ stride, padBefore }: Window, position: number): number => Math.max(0, position * stride - padBefore);

/** The lead by definition: pixel by pixel. */
function leadByDefinition(batches: number, rows: Dimension, columns: Dimension, pixel: number, outPixel: number) {
  let lead = Number.NEGATIVE_INFINITY;
  let end = 0;
  for (let n = 0; n < batches; n++)
    for (let y = 0; y < rows.window.positions; y++)
      for (let x = 0; x < columns.window.positions; x++) {
        end += outPixel;
        const row = n * rows.extent + begin(rows.window, y);
        lead = Math.max(lead, end - (row * columns.extent + begin(columns.window, x)) * pixel);
      }
  return lead;
}

test("is the most by which an output pixel ends behind the begin of its window", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3 }),
      anyDimension,
      anyDimension,
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 9 }),
      (batches, rows, columns, pixel, outPixel) => {
        const size = batches * rows.extent * columns.extent * pixel;
        const outSize = batches * rows.window.positions * columns.window.positions * outPixel;
        const node = {
          params: { height: rows.window, width: columns.window },
          inputs: [{ shape: [batches, rows.extent, columns.extent, pixel], size, byteLength: size }],
          outputs: [{ size: outSize, byteLength: outSize }],
        };
        const lead = windowLead(node as unknown as KernelNode<{ height: Window; width: Window }>, 0);
        expect(lead).toBe(leadByDefinition(batches, rows, columns, pixel, outPixel));
      },
    ),
    { numRuns: 500 },
  );
});

test("is for the input alone", () => {
  const node = { inputs: [], outputs: [] } as unknown as KernelNode<{ height: Window; width: Window }>;
  expect(windowLead(node, 1)).toBeUndefined();
});

import type { BufferReport, PlanReport } from "../plan-report.ts";
import { type TimeRange, timeRange } from "../time-range.ts";

/** Where things are in the picture, in pixels. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** The edges of the part that shows the arena. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly range: TimeRange;
  readonly perStep: number;
  /** Where a step begins. */
  x(step: number): number;
  /** Where an address lies. */
  y(address: number): number;
}

const MARGIN = { left: 76, right: 172, top: 40, bottom: 64 };
const PLOT_HEIGHT = 480;
const LEAST_WIDTH = 960;
const MOST_WIDTH = 16_000;
const STEP_WIDTH = 30;

/** Wider for more steps, so that boxes stay legible. */
export function layoutOf({ buffers, bytes }: PlanReport): Layout {
  const range = timeRange(buffers);
  const plotWidth = Math.min(Math.max(range.count * STEP_WIDTH, LEAST_WIDTH), MOST_WIDTH);
  const perStep = plotWidth / range.count;
  const { left, top } = MARGIN;
  const [right, bottom] = [left + plotWidth, top + PLOT_HEIGHT];
  return {
    width: right + MARGIN.right,
    height: bottom + MARGIN.bottom,
    left,
    right,
    top,
    bottom,
    range,
    perStep,
    x: (step) => rounded(left + (step - range.first) * perStep),
    y: (address) => rounded(bottom - (address / Math.max(bytes, 1)) * PLOT_HEIGHT),
  };
}

/** Two decimals are more than a screen shows. */
export const rounded = (pixels: number): number => Math.round(pixels * 100) / 100;

/** A buffer's place in the picture. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a buffer is drawn. */
export function boxOf({ firstUse, lastUse, offset, bytes }: BufferReport, layout: Layout): Box {
  const [x, y] = [layout.x(firstUse), layout.y(offset + bytes)];
  return { x, y, width: rounded(layout.x(lastUse + 1) - x), height: rounded(layout.y(offset) - y) };
}

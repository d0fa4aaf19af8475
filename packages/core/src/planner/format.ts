import type { Plan } from "./plan.ts";

/** A plan as text, a line for each buffer in the order of their addresses. */
export function formatPlan(plan: Plan): string {
  const rows = plan.buffers
    .map((buffer, i) => ({ buffer, offset: plan.offsets[i]! }))
    .sort((a, b) => a.offset - b.offset || a.buffer.firstUse - b.buffer.firstUse)
    .map(({ buffer, offset }) => [
      `${offset}`,
      `${offset + buffer.size}`,
      `${buffer.size}`,
      `${buffer.firstUse}..${buffer.lastUse}`,
      buffer.name,
    ]);
  const table = [["from", "to", "bytes", "steps", "buffer"], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column]!.length)));
  const lines = table.map((row) =>
    row.map((cell, column) => (column < 4 ? cell.padStart(widths[column]!) : cell)).join("  "),
  );
  return [`${plan.planner}: ${plan.size} bytes for ${plan.buffers.length} buffers`, ...lines].join("\n");
}

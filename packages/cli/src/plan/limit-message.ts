import { formatBytes } from "../format.ts";
import { colorsFor, type Output } from "../io.ts";
import type { PlanReport } from "./plan-report.ts";

/** What is said of an arena over its limit, in a line. */
export function limitMessage({ model, arena, limit }: PlanReport, output: Output): string {
  const { red } = colorsFor(output);
  const over = formatBytes(arena.usedBytes - limit!.bytes);
  return `${red("thimble:")} ${model} needs an arena of ${formatBytes(arena.usedBytes)}, ${over} more than the limit of ${formatBytes(limit!.bytes)}\n`;
}

import type { ValueRange } from "../inputs/value-range.ts";
import { UsageError } from "../usage-error.ts";

/** Parses `--range BLACK,WHITE`. */
export function parseRange(text: string | undefined): ValueRange | undefined {
  if (text === undefined) return undefined;
  const [black, white, ...rest] = text.split(",").map((end) => (end.trim() === "" ? Number.NaN : Number(end)));
  if (Number.isFinite(black) && Number.isFinite(white) && rest.length === 0) return [black!, white!];
  throw new UsageError(`--range is "${text}", it must be two numbers, as in --range=-1,1`);
}

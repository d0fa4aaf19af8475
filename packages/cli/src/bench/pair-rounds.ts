import { median } from "../median.ts";

/** How two functions compare, measured in turns so that what disturbs one disturbs the other. */
export interface PairedTimes {
  readonly rounds: number;
  /** Microseconds a call. */
  readonly medianMicroseconds: number;
  readonly againstMicroseconds: number;
  /** How many times faster the first is: the median over the rounds, and the quartiles around it. */
  readonly speedup: number;
  readonly speedupQuartiles: readonly [low: number, high: number];
}

/** A batch takes at least this long, so that the clock can tell. */
const BATCH_MILLISECONDS = 2;

const FEWEST_ROUNDS = 5;

type Call = () => unknown;

/** Milliseconds that some calls take. */
function time(call: Call, count: number): number {
  const start = performance.now();
  for (let i = 0; i < count; i++) call();
  return performance.now() - start;
}

/** Calls until a batch is long enough, which also warms up; returns how many calls that takes. */
function batchSize(call: Call): number {
  for (let count = 1; ; count *= 2) if (time(call, count) >= BATCH_MILLISECONDS) return count;
}

const quantile = (values: readonly number[], q: number): number =>
  [...values].sort((a, b) => a - b)[Math.round(q * (values.length - 1))]!;

/** Measures two functions in turns, in batches of about equal length, the order reversed every other round. */
export function pairRounds(call: Call, against: Call, milliseconds: number): PairedTimes {
  const [count, otherCount] = [batchSize(call), batchSize(against)];
  const [times, others]: [number[], number[]] = [[], []];
  const measure = () => times.push((time(call, count) * 1000) / count);
  const measureOther = () => others.push((time(against, otherCount) * 1000) / otherCount);
  const end = performance.now() + milliseconds;
  for (let round = 0; round < FEWEST_ROUNDS || performance.now() < end; round++) {
    const [first, second] = round % 2 === 0 ? [measure, measureOther] : [measureOther, measure];
    first();
    second();
  }
  const ratios = times.map((value, i) => others[i]! / value);
  return {
    rounds: times.length,
    medianMicroseconds: median(times),
    againstMicroseconds: median(others),
    speedup: median(ratios),
    speedupQuartiles: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
  };
}

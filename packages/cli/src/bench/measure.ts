import { Bench, type Statistics } from "tinybench";

/** Even a slow function is called this often. */
const FEWEST_CALLS = 3;

/** Calls a function for some time and gives the statistics of one call, in milliseconds. */
export function measure(call: () => unknown, milliseconds: number, beforeEach?: () => void): Statistics {
  const bench = new Bench({
    time: milliseconds,
    iterations: FEWEST_CALLS,
    warmupTime: milliseconds / 4,
    warmupIterations: FEWEST_CALLS,
    throws: true,
  });
  bench.add("call", () => void call(), { beforeEach });
  const [task] = bench.runSync();
  const result = task!.result;
  if (result.state !== "completed") throw new Error(`the measurement is ${result.state}`);
  return result.latency;
}

import { type KernelSeries, type KernelStatus, kernelStatus, type RunSteps } from "./kernel.ts";
import type { Profiler } from "./profiler.ts";
import { kernelFailure, type Step } from "./step.ts";

/** Makes the function that runs prepared steps. With a profiler every step runs by itself, so that it can be timed. */
export function runnerOf(steps: readonly Step[], profiler: Profiler | undefined): RunSteps {
  if (profiler) return () => runProfiled(steps, profiler);
  const runs = joinSteps(steps);
  return runs.length === 1 ? runs[0]! : () => runAll(runs);
}

/** Joins neighbours whose kernels are of one series. */
function joinSteps(steps: readonly Step[]): readonly RunSteps[] {
  const runs: RunSteps[] = [];
  for (let at = 0; at < steps.length; ) {
    const { series } = steps[at]!.kernel;
    const next = steps.findIndex(({ kernel }, i) => i > at && kernel.series !== series);
    const end = series ? (next < 0 ? steps.length : next) : at + 1;
    runs.push(runnerOfNeighbours(steps.slice(at, end), series));
    at = end;
  }
  return runs;
}

/** Runs the steps of a series, or one by itself. */
function runnerOfNeighbours(steps: readonly Step[], series: KernelSeries | undefined): RunSteps {
  if (!series || steps.length === 1) return () => runStep(steps[0]!);
  return series.join(
    steps.map(({ data }) => data),
    (position, cause) => kernelFailure(steps[position]!, cause),
  );
}

function runAll(runs: readonly RunSteps[]): KernelStatus {
  for (const run of runs) {
    const status = run();
    if (status) return status;
  }
  return kernelStatus.ok;
}

function runProfiled(steps: readonly Step[], profiler: Profiler): KernelStatus {
  for (const step of steps) {
    profiler.begin(step);
    const status = runStep(step);
    profiler.end(step);
    if (status) return status;
  }
  return kernelStatus.ok;
}

function runStep(step: Step): KernelStatus {
  try {
    return step.kernel.invoke(step.node, step.data) ?? kernelStatus.ok;
  } catch (cause) {
    throw kernelFailure(step, cause);
  }
}

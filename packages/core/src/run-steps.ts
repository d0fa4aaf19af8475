import { type JoinedSteps, type KernelStatus, kernelStatus } from "./kernel.ts";
import type { Profiler } from "./profiler.ts";
import { kernelFailure, type Step } from "./step.ts";

/** Steps that one call runs: several joined ones, or one. */
interface Run {
  readonly steps: readonly Step[];
  readonly joined: JoinedSteps | undefined;
}

/** Runs all steps of a subgraph, until one of them says that there is no output yet. */
export type RunSteps = () => KernelStatus;

/** Makes the function that runs prepared steps. With a profiler every step runs by itself, so that it can be timed. */
export function runnerOf(steps: readonly Step[], profiler: Profiler | undefined): RunSteps {
  if (profiler) return () => runProfiled(steps, profiler);
  const runs = joinSteps(steps);
  return () => runAll(runs);
}

/** Joins neighbours whose kernels are of one series. */
function joinSteps(steps: readonly Step[]): readonly Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < steps.length; ) {
    const { series } = steps[at]!.kernel;
    const next = steps.findIndex(({ kernel }, i) => i > at && kernel.series !== series);
    const end = series ? (next < 0 ? steps.length : next) : at + 1;
    const neighbours = steps.slice(at, end);
    runs.push({
      steps: neighbours,
      joined: neighbours.length > 1 ? series?.join(neighbours.map(({ data }) => data)) : undefined,
    });
    at = end;
  }
  return runs;
}

function runAll(runs: readonly Run[]): KernelStatus {
  for (const run of runs) {
    const status = run.joined ? runJoined(run.steps, run.joined) : runStep(run.steps[0]!);
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

function runJoined(steps: readonly Step[], joined: JoinedSteps): KernelStatus {
  try {
    return joined.run();
  } catch (cause) {
    throw kernelFailure(steps[joined.position()]!, cause);
  }
}

function runStep(step: Step): KernelStatus | undefined {
  try {
    return step.kernel.invoke(step.node, step.data);
  } catch (cause) {
    throw kernelFailure(step, cause);
  }
}

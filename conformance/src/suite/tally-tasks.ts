import { availableParallelism } from "node:os";
import { ThimbleError } from "@thimble/core";
import { runTasks } from "./pool.ts";
import type { SuiteOptions } from "./suite-options.ts";
import type { Tally } from "./tally.ts";
import { nameOf, type Task, weightOf } from "./task.ts";
import type { WorkerSettings } from "./worker.ts";

/** Does tasks in threads, and adds up what they come to. Throws where the run is ended before. */
export async function tallyTasks(
  tasks: readonly Task[],
  tally: Tally,
  settings: WorkerSettings,
  options: SuiteOptions,
): Promise<void> {
  const total = tasks.reduce((sum, task) => sum + weightOf(task), 0);
  await runTasks(tasks, {
    ...settings,
    threads: Math.min(tasks.length, options.threads ?? availableParallelism()),
    timeLimit: 1000 * (options.secondsPerCase ?? 30),
    isEnough: () => options.bail === true && tally.failures.length > 0,
    onMessage(message, task) {
      const result = tally.add(message);
      if (result) options.onResult?.(result);
      const { cases, randomModels } = tally.counts;
      const done = Math.min(total, cases + randomModels);
      const current = settings.device ? `${settings.device.target}: ${nameOf(task)}` : nameOf(task);
      options.onProgress?.({ done, total, failed: tally.failures.length, current });
    },
    onAccident(accident) {
      const result = tally.addAccident(accident);
      if (result) options.onResult?.(result);
    },
    onTaskDone: (task) => options.onTaskDone?.(task),
    signal: options.signal,
  });
  if (options.signal?.aborted) throw new ThimbleError("OPTION_INVALID", "the run was ended before it was done");
}

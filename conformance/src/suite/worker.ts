import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { parentPort, workerData } from "node:worker_threads";
import type { AnyPack } from "@thimble/core";
import type { Heap } from "../checks/heap.ts";
import { readConformanceCases } from "../corpus/case-files.ts";
import { runCases } from "./cases-task.ts";
import { limitKernels } from "./limit-kernels.ts";
import { runModel } from "./model-task.ts";
import { openPack, type ResolvedSource } from "./pack-source.ts";
import { runRandom } from "./random-task.ts";
import type { Message, Task } from "./task.ts";

/** A thread that does tasks for {@link runTasks}, one at a time, until it is ended. */

/** What a worker is started with. */
export interface WorkerSettings {
  readonly source: ResolvedSource;
  /** Names of the only kernels that count; left out, all do. */
  readonly kernels?: readonly string[];
}

/** What a worker says besides what its task says. */
export type WorkerMessage = Message | { readonly kind: "done" } | { readonly kind: "broken"; readonly message: string };

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as (options?: { readonly type: "minor" }) => void;

const heap: Heap = {
  collect: (isMinor) => (isMinor ? collect({ type: "minor" }) : collect()),
  used: () => process.memoryUsage().heapUsed,
};

const say = (message: WorkerMessage): void => parentPort!.postMessage(message);

async function run(task: Task, pack: AnyPack): Promise<void> {
  if (task.kind === "random") return runRandom(task, pack, say);
  if (task.kind === "model") return runModel(task, pack, say);
  return runCases(readConformanceCases(task.word, new Set(task.ids)), pack, heap, say);
}

const { source, kernels } = workerData as WorkerSettings;
const pack = openPack(source).then((opened) => limitKernels(opened, kernels));

parentPort!.on("message", async (task: Task) => {
  try {
    await run(task, await pack);
    say({ kind: "done" });
  } catch (error) {
    say({ kind: "broken", message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { parentPort, workerData } from "node:worker_threads";
import type { AnyPack } from "@thimble/core";
import type { Heap } from "../checks/heap.ts";
import { readConformanceCases } from "../corpus/case-files.ts";
import { type Measure, runCases } from "./cases-task.ts";
import { type CountedInstructions, type DeviceSettings, loadDeviceModule } from "./device-module.ts";
import { limitKernels } from "./limit-kernels.ts";
import { measureDevice } from "./measure-device.ts";
import { measureEngine } from "./measure-engine.ts";
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
  /** Where kernels compute. Default is this engine. */
  readonly device?: DeviceSettings;
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

/** A pack, and how its kernels are measured where they compute. */
interface Opened {
  readonly pack: AnyPack;
  readonly measure: Measure;
}

async function open({ source, kernels, device }: WorkerSettings): Promise<Opened> {
  if (!device) return { pack: limitKernels(await openPack(source), kernels), measure: measureEngine(heap) };
  const { openDevice } = await loadDeviceModule(device.module);
  const counted: CountedInstructions[] = [];
  const onCount = (count: CountedInstructions): void => void counted.push(count);
  const { pack } = await openDevice(device.directory, device.target, device.counts ? { onCount } : {});
  return { pack: limitKernels(pack, kernels), measure: measureDevice(counted) };
}

async function run(task: Task, { pack, measure }: Opened): Promise<void> {
  if (task.kind === "random") return runRandom(task, pack, say);
  if (task.kind === "model") return runModel(task, pack, say);
  return runCases(readConformanceCases(task.word, new Set(task.ids)), pack, measure, say);
}

const opened = open(workerData as WorkerSettings);

parentPort!.on("message", async (task: Task) => {
  try {
    await run(task, await opened);
    say({ kind: "done" });
  } catch (error) {
    say({ kind: "broken", message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

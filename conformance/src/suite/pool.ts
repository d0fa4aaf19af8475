import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { reasonOf } from "../reason-of.ts";
import { type Message, nameOf, type Task } from "./task.ts";
import type { WorkerMessage, WorkerSettings } from "./worker.ts";

/** What went wrong with a thread, and what it was doing. */
export interface Accident {
  readonly id: string;
  readonly task: Task;
  readonly message: string;
}

/** How tasks are run. */
export interface PoolOptions extends WorkerSettings {
  readonly threads: number;
  /** Milliseconds that one case may take. */
  readonly timeLimit: number;
  readonly onMessage: (message: Message, task: Task) => void;
  /** A case that hangs, or ends its thread. The rest of its task goes on in another one. */
  readonly onAccident: (accident: Accident) => void;
  readonly onTaskDone: (task: Task) => void;
  /** Whether the tasks that are left need not be done. */
  readonly isEnough?: () => boolean;
  /** Stops before the tasks are done. */
  readonly signal?: AbortSignal | undefined;
}

/** The thread's module as it is built: engines before Node 22.18 cannot run TypeScript. */
const workerPath = (): string =>
  fileURLToPath(new URL("./worker.js", import.meta.url)).replace(/([\\/])src([\\/]suite[\\/]worker\.js)$/, "$1dist$2");

/** Milliseconds in which a thread has to load the pack and to begin: machines are busy, modules may be large. */
const LONGEST_START = 120_000;

/** A thread and what it does. */
class Thread {
  readonly #options: PoolOptions;
  #worker: Worker | undefined;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  /** Does a task; what is left of it after an accident goes on in a new thread. */
  async run(task: Task): Promise<void> {
    for (let rest: Task | undefined = task; rest; ) rest = await this.#runOnce(rest);
  }

  /** The next task gets a new worker at once, not the one that is ending. */
  async end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  /** Does a task until it is done, or until an accident; gives what is left of it then. */
  #runOnce(task: Task): Promise<Task | undefined> {
    const { timeLimit, source, kernels, device, onMessage, onAccident, isEnough } = this.#options;
    const workerData: WorkerSettings = { source, ...(kernels && { kernels }), ...(device && { device }) };
    this.#worker ??= new Worker(workerPath(), { workerData });
    const worker = this.#worker;
    let current = nameOf(task);
    return new Promise((resolve) => {
      const finish = (rest: Task | undefined): void => {
        clearTimeout(timer);
        worker.off("message", hear).off("error", onError).off("exit", onExit);
        resolve(rest);
      };
      const fail = (message: string): void => {
        onAccident({ id: current, task, message });
        void this.end();
        finish(restOf(task, current));
      };
      const hang = (): void => fail(`did not end within ${timeLimit / 1000} seconds`);
      let timer = setTimeout(hang, Math.max(timeLimit, LONGEST_START));
      const hear = (message: WorkerMessage): void => {
        if (message.kind === "done") finish(undefined);
        else if (message.kind === "broken") fail(message.message);
        else {
          clearTimeout(timer);
          timer = setTimeout(hang, timeLimit);
          if (message.kind === "start") current = message.id;
          onMessage(message, task);
          if (isEnough?.()) {
            void this.end();
            finish(undefined);
          }
        }
      };
      const onError = (error: unknown): void => fail(`ended its thread: ${reasonOf(error)}`);
      const onExit = (code: number): void => fail(`ended its thread with code ${code}`);
      worker.on("message", hear).on("error", onError).on("exit", onExit);
      worker.postMessage(task);
    });
  }
}

/** What is left of a task behind a case. Random models are not gone on with: the next might hang too. */
function restOf(task: Task, id: string): Task | undefined {
  if (task.kind !== "cases") return undefined;
  const ids = task.ids.slice(task.ids.indexOf(id) + 1);
  return task.ids.includes(id) && ids.length > 0 ? { ...task, ids } : undefined;
}

/** Does tasks in threads of their own, so that neither a crash nor an endless loop ends the run. */
export async function runTasks(tasks: readonly Task[], options: PoolOptions): Promise<void> {
  const waiting = [...tasks];
  const work = async (): Promise<void> => {
    const thread = new Thread(options);
    try {
      while (!options.signal?.aborted && !options.isEnough?.()) {
        const task = waiting.shift();
        if (!task) break;
        await thread.run(task);
        options.onTaskDone(task);
      }
    } finally {
      await thread.end();
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, options.threads) }, work));
}

import type { CaseResult } from "../checks/check-case.ts";
import type { Task } from "../suite/task.ts";

/** Results of a run as tests wait for them, each for those of its own task. */
export class TaskResults {
  readonly #done = new Map<Task, PromiseWithResolvers<void>>();
  readonly #results = new Map<string, CaseResult>();

  constructor(tasks: readonly Task[]) {
    for (const task of tasks) this.#done.set(task, withResolvers());
  }

  /** Keeps a result. Of several with one id, one that failed says most. */
  add(result: CaseResult): void {
    if (this.#results.get(result.id)?.status !== "failed") this.#results.set(result.id, result);
  }

  finish(task: Task): void {
    this.#done.get(task)?.resolve();
  }

  /** Whatever still waits fails. */
  fail(error: unknown): void {
    for (const { reject } of this.#done.values()) reject(error);
  }

  /** The result that a task has for an id, once the task is done. */
  async of(task: Task, id: string): Promise<CaseResult | undefined> {
    await this.#done.get(task)?.promise;
    return this.#results.get(id);
  }
}

interface PromiseWithResolvers<T> {
  readonly promise: Promise<T>;
  resolve(value: T): void;
  reject(error: unknown): void;
}

/** As `Promise.withResolvers`, which Node 20 does not have. A rejection that no test waits for is no accident. */
function withResolvers(): PromiseWithResolvers<void> {
  let [resolve, reject]: [() => void, (error: unknown) => void] = [() => undefined, () => undefined];
  const promise = new Promise<void>((yes, no) => {
    [resolve, reject] = [yes, no];
  });
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}

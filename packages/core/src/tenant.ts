import { ThimbleError } from "@thimble/schema";
import type { KernelTensor } from "./kernel-tensor.ts";

/** The memory in which several models take turns: whose it is, and who runs. */
export interface SharedTensors {
  holder: Tenant | undefined;
  runner: Tenant | undefined;
}

/**
 * One of several models that share the memory of their tensors. It is the model's from when its inputs are set until
 * another one's are: what would see the other's bytes throws.
 */
export class Tenant {
  readonly #shared: SharedTensors;
  readonly #tensors: ReadonlySet<unknown>;
  readonly #inputs: readonly KernelTensor[];
  readonly #set = new Set<KernelTensor>();

  /** @param tensors what lies in the shared memory, inputs among it */
  constructor(shared: SharedTensors, tensors: ReadonlySet<unknown>, inputs: readonly KernelTensor[]) {
    this.#shared = shared;
    this.#tensors = tensors;
    this.#inputs = inputs.filter((input) => tensors.has(input));
  }

  /** Before a tensor's bytes are read or written. Throws `ARENA_TAKEN` where they are another model's by now. */
  touch(tensor: KernelTensor): void {
    if (!this.#tensors.has(tensor)) return;
    if (this.#inputs.includes(tensor)) this.#enter(tensor);
    else if (this.#shared.holder !== this)
      throw taken(`tensor "${tensor.name}" lies where another model's tensors lie by now; read it before that`);
  }

  #enter(input: KernelTensor): void {
    const { runner, holder } = this.#shared;
    if (runner && runner !== this) throw busy();
    if (holder !== this) this.#set.clear();
    this.#shared.holder = this;
    this.#set.add(input);
  }

  /** Before an invoke. Throws `ARENA_TAKEN` unless all inputs were set since another model had the memory. */
  begin(): void {
    if (this.#shared.runner) throw busy();
    const isHolder = this.#shared.holder === this;
    const stale = this.#inputs.find((input) => !isHolder || !this.#set.has(input));
    if (stale)
      throw taken(`input "${stale.name}" was not set since another model had the memory; set all inputs, then invoke`);
    this.#shared.holder = this;
    this.#shared.runner = this;
  }

  end(): void {
    this.#shared.runner = undefined;
  }
}

const busy = (): ThimbleError =>
  new ThimbleError(
    "INTERPRETER_BUSY",
    "a model in the same arena is in the middle of an invoke; wait for it to return",
  );

const taken = (message: string): ThimbleError => new ThimbleError("ARENA_TAKEN", message);

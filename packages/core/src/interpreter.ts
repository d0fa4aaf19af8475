import { ThimbleError } from "@thimble/schema";
import type { Allocation } from "./allocation.ts";
import type { ArenaUsage } from "./arena-parts.ts";
import { kernelStatus } from "./kernel.ts";
import type { KernelTensor } from "./kernel-tensor.ts";
import { checkOptions, type InterpreterOptions } from "./options.ts";
import { type PlacedModel, placeModels } from "./place-models.ts";
import type { Plan } from "./planner/plan.ts";
import type { Step } from "./step.ts";
import { Tensor } from "./tensor.ts";

/** What an invoke came to: `"aborted"` when a kernel says that there is no output yet. */
export type InvokeResult = "ok" | "aborted";

/** Several models in one arena. */
export interface SharedInterpreters {
  readonly interpreters: readonly Interpreter[];
  /** How the bytes of the arena are used by all of them. Each interpreter says what it would take alone. */
  readonly arena: ArenaUsage;
}

/**
 * Runs one model in one arena.
 *
 *     const interpreter = await Interpreter.create(bytes, { packs: [reference] });
 *     interpreter.inputs[0].quantize(reals);
 *     interpreter.invoke();
 *     const result = interpreter.outputs[0].dequantize();
 *     interpreter.dispose();
 */
export class Interpreter {
  /** The model's inputs. Set them before every invoke: their memory may be reused while the graph runs. */
  readonly inputs: readonly Tensor[];
  /** The model's outputs, valid until the next invoke. */
  readonly outputs: readonly Tensor[];
  #state: PlacedModel | undefined;
  #isRunning = false;

  private constructor(state: PlacedModel) {
    this.#state = state;
    this.inputs = Object.freeze(state.subgraphs[0]!.inputs.map((tensor) => this.#wrap(tensor)));
    this.outputs = Object.freeze(state.subgraphs[0]!.outputs.map((tensor) => this.#wrap(tensor)));
    this.reset();
  }

  /**
   * Verifies a model, chooses a kernel for each node, prepares them and lays out the arena. The bytes are copied.
   *
   * @throws ThimbleError with a code that says what is wrong with the model, the options or the arena.
   */
  static async create(source: Uint8Array | ArrayBuffer, options: InterpreterOptions): Promise<Interpreter> {
    const { interpreters } = await Interpreter.createShared([source], options);
    return interpreters[0]!;
  }

  /**
   * Several models in one arena, as in TFLM's multitenancy: their persistent parts lie one behind the other, and all take
   * turns in one planned part, as large as the largest. Set all inputs of a model, invoke it and read its outputs before
   * another one's inputs are set: what would see another model's bytes throws `ARENA_TAKEN`.
   *
   * @param options for all of the models; `arenaBytes` is for all of them together
   * @throws ThimbleError as {@link Interpreter.create}
   */
  static async createShared(
    sources: readonly (Uint8Array | ArrayBuffer)[],
    options: InterpreterOptions,
  ): Promise<SharedInterpreters> {
    checkOptions(options);
    if (!Array.isArray(sources) || sources.length === 0)
      throw new ThimbleError("OPTION_INVALID", "there is no model to create an interpreter of; pass a list of models");
    const { planner, inPlace = true, preserveAllTensors = false, slowMemory } = options;
    const { models, usage } = placeModels(sources, {
      ...options,
      planner: preserveAllTensors ? "linear" : planner,
      inPlace,
      largestFastBytes: slowMemory?.above,
    });
    return { interpreters: models.map((model) => new Interpreter(model)), arena: usage };
  }

  /** Runs the graph once: synchronous, and it allocates nothing. */
  invoke(): InvokeResult {
    const { run, tenant } = this.#idle();
    tenant?.begin();
    this.#isRunning = true;
    try {
      return run() === kernelStatus.aborted ? "aborted" : "ok";
    } finally {
      this.#isRunning = false;
      tenant?.end();
    }
  }

  /**
   * Any tensor of the model. Its bytes are valid after invoke if the interpreter preserves all tensors, or if it is an
   * input, an output, a constant or a variable.
   */
  tensor(index: number, subgraph = 0): Tensor {
    const tensors = Number.isInteger(subgraph) ? this.#alive().subgraphs[subgraph]?.tensors : undefined;
    const tensor = Number.isInteger(index) ? tensors?.[index] : undefined;
    if (!tensor)
      throw new ThimbleError(
        "TENSOR_UNKNOWN",
        `the model has no tensor ${String(index)} in subgraph ${String(subgraph)}`,
      );
    return this.#wrap(tensor);
  }

  /** The nodes of the main graph in the order they run, each with its kernel and pack. */
  get steps(): readonly Step[] {
    return this.#alive().steps[0]!;
  }

  /** How the arena's bytes are used. */
  get arena(): ArenaUsage {
    return this.#alive().arena.usage;
  }

  /** What the arena's bytes are for; {@link tallyBy} adds them up by kind, by node or by pack. */
  get allocations(): readonly Allocation[] {
    return this.#alive().arena.allocations;
  }

  /** Where tensors and scratch lie in the planned part of the arena; {@link formatPlan} prints it. */
  get plan(): Plan {
    return this.#alive().plan;
  }

  /** Where tensors and scratch lie in slow memory. */
  get slowPlan(): Plan {
    return this.#alive().slowPlan;
  }

  /** Returns all state that lives from one invoke to the next to what it was at first: variables and kernels' own. */
  reset(): void {
    const { subgraphs, steps, resources } = this.#idle();
    resources.reset();
    for (const { tensors } of subgraphs)
      for (const tensor of tensors)
        if (tensor.isVariable) tensor.bytes.fill(tensor.type === "int8" ? tensor.zeroPoint : 0);
    for (const { kernel, node, data } of steps.flat()) kernel.reset?.(node, data);
  }

  /** Lets go of the memory. Whatever is asked of the interpreter or its tensors afterwards throws `DISPOSED`. */
  dispose(): void {
    if (this.#state) this.#idle();
    this.#state?.arena.release();
    this.#state = undefined;
  }

  /** What a profiler or a kernel must not touch while the graph runs. */
  #idle(): PlacedModel {
    if (this.#isRunning)
      throw new ThimbleError(
        "INTERPRETER_BUSY",
        "the interpreter is in the middle of an invoke; wait for it to return",
      );
    return this.#alive();
  }

  #alive(): PlacedModel {
    if (!this.#state) throw new ThimbleError("DISPOSED", "the interpreter was disposed; create another one");
    return this.#state;
  }

  /** A tensor as its user sees it, as long as the interpreter is there and the tensor's bytes are its own. */
  #wrap(tensor: KernelTensor): Tensor {
    return new Tensor(tensor, () => this.#alive().tenant?.touch(tensor));
  }
}

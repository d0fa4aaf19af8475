import { ThimbleError } from "@thimble/schema";
import type { Arena, ArenaUsage } from "./arena.ts";
import { kernelStatus } from "./kernel.ts";
import { defaultPlanner } from "./offline-offsets.ts";
import { openModel } from "./open-model.ts";
import { checkOptions, type InterpreterOptions } from "./options.ts";
import type { Plan } from "./planner/plan.ts";
import { type PreparedModel, prepareModel } from "./prepare.ts";
import type { Step } from "./step.ts";
import type { Subgraph } from "./subgraph.ts";
import { Tensor } from "./tensor.ts";

/** What an invoke came to: `"aborted"` when a kernel says that there is no output yet. */
export type InvokeResult = "ok" | "aborted";

interface State extends PreparedModel {
  readonly arena: Arena;
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
  #state: State | undefined;
  #isRunning = false;

  private constructor(state: State) {
    this.#state = state;
    const wrap = (tensor: Subgraph["tensors"][number]) => new Tensor(tensor, this.#assertAlive);
    this.inputs = Object.freeze(state.subgraphs[0]!.inputs.map(wrap));
    this.outputs = Object.freeze(state.subgraphs[0]!.outputs.map(wrap));
    this.reset();
  }

  /**
   * Verifies a model, chooses a kernel for each node, prepares them and lays out the arena. The bytes are copied.
   *
   * @throws ThimbleError with a code that says what is wrong with the model, the options or the arena.
   */
  static async create(source: Uint8Array | ArrayBuffer, options: InterpreterOptions): Promise<Interpreter> {
    checkOptions(options);
    const { profiler, inPlace = true, preserveAllTensors = false } = options;
    const opened = openModel(source, options);
    const planner = preserveAllTensors ? "linear" : (options.planner ?? defaultPlanner(opened.model));
    const prepared = prepareModel(opened, { planner, inPlace, profiler });
    return new Interpreter({ ...prepared, arena: opened.arena });
  }

  /** Runs the graph once: synchronous, and it allocates nothing. */
  invoke(): InvokeResult {
    const { run } = this.#idle();
    this.#isRunning = true;
    try {
      return run() === kernelStatus.aborted ? "aborted" : "ok";
    } finally {
      this.#isRunning = false;
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
    return new Tensor(tensor, this.#assertAlive);
  }

  /** The nodes of the main graph in the order they run, each with its kernel and pack. */
  get steps(): readonly Step[] {
    return this.#alive().steps[0]!;
  }

  /** How the arena's bytes are used. */
  get arena(): ArenaUsage {
    return this.#alive().arena.usage;
  }

  /** Where tensors and scratch lie in the planned part of the arena; {@link formatPlan} prints it. */
  get plan(): Plan {
    return this.#alive().plan;
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
    this.#state?.arena.memory.release();
    this.#state = undefined;
  }

  /** What a profiler or a kernel must not touch while the graph runs. */
  #idle(): State {
    if (this.#isRunning)
      throw new ThimbleError(
        "INTERPRETER_BUSY",
        "the interpreter is in the middle of an invoke; wait for it to return",
      );
    return this.#alive();
  }

  #alive(): State {
    if (!this.#state) throw new ThimbleError("DISPOSED", "the interpreter was disposed; create another one");
    return this.#state;
  }

  readonly #assertAlive = (): void => {
    this.#alive();
  };
}

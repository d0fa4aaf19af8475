import { Interpreter, type InterpreterOptions, type ProfilerEvent, type Step, type Tensor } from "@thimble/core";

/** Told of an output that B's kernel made of A's inputs, before the next node gets A's. */
type OnOwnOutput = (expected: Tensor, own: Tensor) => void;

/** Two sets of kernels on one model: each on its own, and B once more with A's inputs of every node. */
export class Lockstep {
  readonly a: Interpreter;
  readonly b: Interpreter;
  /** B, with what A has given to each node. */
  readonly own: Interpreter;

  private constructor(a: Interpreter, b: Interpreter, own: Interpreter) {
    this.a = a;
    this.b = b;
    this.own = own;
  }

  static async open(
    bytes: Uint8Array,
    [a, b]: readonly [a: InterpreterOptions, b: InterpreterOptions],
    onOwnOutput: OnOwnOutput,
  ): Promise<Lockstep> {
    // The order of nodes is the model's on both sides: layers are held against each other one by one.
    const whole = { preserveAllTensors: true, reorder: false };
    const first = await Interpreter.create(bytes, { ...a, ...whole });
    const second = await Interpreter.create(bytes, { ...b, ...whole });
    const own: Interpreter = await Interpreter.create(bytes, {
      ...b,
      ...whole,
      profiler: {
        begin: (event) => giveInputs(event, first, own),
        end: ({ node }) => {
          if (node.subgraph !== 0) return;
          for (const { index } of node.outputs) onOwnOutput(first.tensor(index), own.tensor(index));
        },
      },
    });
    return new Lockstep(first, second, own);
  }

  /** The nodes of the main graph: they are the same on all sides but for their kernels. */
  get steps(): readonly (readonly [a: Step, b: Step])[] {
    return this.a.steps.map((step, i) => [step, this.b.steps[i]!]);
  }

  /** Runs all sides on what A's inputs hold. */
  invoke(): void {
    const values = this.a.inputs.map(({ bytes }) => bytes.slice());
    for (const side of [this.a, this.b, this.own]) {
      side.inputs.forEach((input, i) => {
        input.bytes.set(values[i]!);
      });
      side.invoke();
    }
  }

  dispose(): void {
    for (const side of [this.a, this.b, this.own]) side.dispose();
  }
}

/** Before a node runs, its inputs become those that the other side has: all but what is its own, constants and state. */
function giveInputs({ node }: ProfilerEvent, from: Interpreter, to: Interpreter): void {
  if (node.subgraph !== 0) return;
  for (const input of node.inputs)
    if (input && !input.isConstant && !input.isVariable)
      to.tensor(input.index).bytes.set(from.tensor(input.index).bytes);
}

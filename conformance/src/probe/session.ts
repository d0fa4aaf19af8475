import { type AnyPack, Interpreter, type InvokeResult, type Tensor } from "@thimble/core";
import type { Layout } from "./layout.ts";
import { Probe } from "./probe.ts";
import { probePack } from "./probe-pack.ts";

/** A case's model with the kernels of a pack, watched. */
export class Session {
  readonly probe: Probe;
  readonly #interpreter: Interpreter;

  private constructor(probe: Probe, interpreter: Interpreter) {
    this.probe = probe;
    this.#interpreter = interpreter;
  }

  /**
   * @param packs whose kernels run the nodes that `pack` has no kernel for
   * @throws ThimbleError as `Interpreter.create`
   */
  static async open(
    model: Uint8Array,
    pack: AnyPack,
    packs: readonly AnyPack[],
    layout: Layout,
    probe: Probe = new Probe(layout),
  ): Promise<Session> {
    const interpreter = await Interpreter.create(model, { packs: [probePack(pack, probe), ...packs] });
    return new Session(probe, interpreter);
  }

  get outputs(): readonly Tensor[] {
    return this.#interpreter.outputs;
  }

  get inputs(): readonly Tensor[] {
    return this.#interpreter.inputs;
  }

  /** Invokes the model on an input's bytes each. */
  invoke(inputs: readonly Uint8Array[]): InvokeResult {
    inputs.forEach((bytes, i) => {
      this.#interpreter.inputs[i]!.set(bytes);
    });
    return this.#interpreter.invoke();
  }

  reset(): void {
    this.#interpreter.reset();
  }

  dispose(): void {
    this.#interpreter.dispose();
  }
}

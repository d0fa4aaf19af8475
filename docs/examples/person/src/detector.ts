import { Interpreter, loadPack } from "@thimble/core";
import reference from "@thimble/kernels-reference";
import wasmSimd from "@thimble/wasm-simd";

/** What a picture comes to. */
export interface Detection {
  /** 0 to 1. */
  readonly person: number;
  readonly microseconds: number;
}

/** The model's place among its classes for "a person". */
const PERSON = 1;

/** A person detector: pictures of 96 × 96 grey pixels in, scores out. */
export class Detector {
  readonly interpreter: Interpreter;

  private constructor(interpreter: Interpreter) {
    this.interpreter = interpreter;
  }

  static async load(url: string): Promise<Detector> {
    const response = await fetch(url);
    if (!response.ok)
      throw new Error(`there is no model at ${url} (${response.status}); put person_detect.tflite there`);
    const packs = [await loadPack(wasmSimd), reference];
    return new Detector(await Interpreter.create(await response.arrayBuffer(), { packs }));
  }

  /** @param rgba the canvas's bytes, of as many pixels as the model takes */
  detect(rgba: Uint8ClampedArray): Detection {
    const [input, output] = [this.interpreter.inputs[0]!, this.interpreter.outputs[0]!];
    const pixels = input.data as Int8Array;
    for (let i = 0; i < pixels.length; i++) pixels[i] = greyOf(rgba, 4 * i) - 128;
    const start = performance.now();
    this.interpreter.invoke();
    const microseconds = 1000 * (performance.now() - start);
    return { person: output.dequantize()[PERSON]!, microseconds };
  }
}

/** The brightness of a pixel, 0 to 255: ITU-R BT.601. */
const greyOf = (rgba: Uint8ClampedArray, at: number): number =>
  Math.round(0.299 * rgba[at]! + 0.587 * rgba[at + 1]! + 0.114 * rgba[at + 2]!);

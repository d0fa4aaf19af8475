import { Interpreter, loadPack } from "@thimble/core";
import reference from "@thimble/kernels-reference";
import wasmSimd from "@thimble/wasm-simd";
import { SAMPLE_RATE } from "./sample-rate.ts";

/** A word that was heard. */
export interface Heard {
  readonly word: string;
  readonly score: number;
  /** Since the sound began. */
  readonly seconds: number;
}

/** Samples from one window to the next: 20 ms. */
const STRIDE = 320;

const LABELS = ["silence", "unknown", "yes", "no"];

/** Scores are averaged over so many windows, so that one window does not make a word. */
const AVERAGED = 12;

const THRESHOLD = 0.7;

/**
 * Hears words in a stream of sound. A window of 30 ms goes through the first model, which makes 40 features of it; the last
 * 49 of them go through the second, which knows the words.
 */
export class Spotter {
  readonly #frontend: Interpreter;
  readonly #model: Interpreter;
  readonly #window: Int16Array;
  readonly #history: Uint8Array;
  #filled = 0;
  #windows = 0;
  #scores: number[][] = [];
  #last = "silence";

  private constructor(frontend: Interpreter, model: Interpreter) {
    this.#frontend = frontend;
    this.#model = model;
    this.#window = new Int16Array(frontend.inputs[0]!.data.length);
    this.#history = new Uint8Array(model.inputs[0]!.bytes.length);
  }

  static async load(frontend: ArrayBuffer, model: ArrayBuffer): Promise<Spotter> {
    const packs = [await loadPack(wasmSimd), reference];
    return new Spotter(await Interpreter.create(frontend, { packs }), await Interpreter.create(model, { packs }));
  }

  /** Takes samples of 16 kHz in [-1, 1), as many as there are, and gives the words that they complete. */
  *hear(samples: Float32Array): Generator<Heard> {
    for (const sample of samples) {
      this.#window[this.#filled++] = Math.max(-32768, Math.min(32767, Math.round(sample * 32768)));
      if (this.#filled < this.#window.length) continue;
      const heard = this.#look();
      this.#window.copyWithin(0, STRIDE);
      this.#filled -= STRIDE;
      if (heard) yield heard;
    }
  }

  /** Takes in a full window. */
  #look(): Heard | undefined {
    const features = this.#frontend.outputs[0]!.bytes;
    this.#frontend.inputs[0]!.set(this.#window);
    this.#frontend.invoke();
    this.#history.copyWithin(0, features.length);
    this.#history.set(features, this.#history.length - features.length);
    this.#windows++;
    if (this.#windows * features.length < this.#history.length) return undefined;
    this.#model.inputs[0]!.set(this.#history);
    this.#model.invoke();
    return this.#decide(Array.from(this.#model.outputs[0]!.dequantize()));
  }

  #decide(scores: number[]): Heard | undefined {
    this.#scores = [...this.#scores.slice(1 - AVERAGED), scores];
    const averages = LABELS.map((_, i) => this.#scores.reduce((sum, each) => sum + each[i]!, 0) / this.#scores.length);
    const score = Math.max(...averages);
    const word = LABELS[averages.indexOf(score)]!;
    if (score < THRESHOLD || word === this.#last) return undefined;
    this.#last = word;
    if (word === "silence" || word === "unknown") return undefined;
    const samples = (this.#windows - 1) * STRIDE + this.#window.length;
    return { word, score, seconds: samples / SAMPLE_RATE };
  }
}

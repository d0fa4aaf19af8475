import { type Interpreter, type Tensor, ThimbleError } from "@thimble/core";
import type { Sound } from "../inputs/wav.ts";

/** A model that turns sound into features, and one that classifies a stretch of them. */
export interface StreamModels {
  readonly frontend: Interpreter;
  readonly model: Interpreter;
}

/** The scores of all classes at the end of a window. */
export interface Scores {
  readonly seconds: number;
  readonly scores: readonly number[];
}

/**
 * Slides the frontend's window over a recording by `stride` samples at a time, gathers its features, and classifies
 * as many of them as the model takes, as soon as there are enough and after each window from then on.
 *
 * @throws ThimbleError `INPUT_TYPE` when the two models do not fit each other.
 */
export function* recognize({ frontend, model }: StreamModels, sound: Sound, stride: number): Generator<Scores> {
  const [window, features] = [frontend.inputs[0]!, frontend.outputs[0]!];
  const [input, classes] = [model.inputs[0]!, model.outputs[0]!];
  requireFit(features, input);
  const history = input.bytes.slice();
  const frame = features.bytes.length;
  let missing = history.length / frame;
  for (let at = 0; at + window.data.length <= sound.samples.length; at += stride) {
    setSamples(window, sound, at);
    if (frontend.invoke() === "aborted") continue;
    history.copyWithin(0, frame);
    history.set(features.bytes, history.length - frame);
    if (--missing > 0) continue;
    input.set(history);
    if (model.invoke() === "aborted") continue;
    yield { seconds: (at + window.data.length) / sound.sampleRate, scores: Array.from(classes.dequantize()) };
  }
}

function requireFit(features: Tensor, input: Tensor): void {
  if (features.type === input.type && input.bytes.length % features.bytes.length === 0) return;
  const describe = ({ type, shape }: Tensor): string => `${type} [${shape.join(", ")}]`;
  throw new ThimbleError(
    "INPUT_TYPE",
    `the frontend gives ${describe(features)}, the model takes ${describe(input)}, which is no whole number of them`,
  );
}

/** int16 inputs take 16-bit samples as they are, others real numbers in [-1, 1). */
function setSamples(window: Tensor, { samples }: Sound, at: number): void {
  const { data, type } = window;
  if (type === "int16") for (let i = 0; i < data.length; i++) data[i] = Math.round(samples[at + i]! * 2 ** 15);
  else window.quantize(samples.subarray(at, at + data.length));
}

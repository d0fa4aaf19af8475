import { Interpreter, type InterpreterOptions } from "@thimble/core";
import { decodeWav } from "../inputs/wav.ts";
import { packLabel } from "../load-packs.ts";
import { readBytes } from "../read-bytes.ts";
import { checkLabels, checkLength } from "./check-sizes.ts";
import { findWords } from "./find-words.ts";
import { recognize } from "./recognize.ts";
import type { StreamOptions } from "./stream-arguments.ts";
import type { StreamReport } from "./stream-report.ts";

/** Recognizes the words in a recording. */
export async function streamWords(
  model: string,
  kernels: InterpreterOptions,
  options: StreamOptions,
): Promise<StreamReport> {
  const open = async (path: string) => Interpreter.create(await readBytes(path, "MODEL_TOO_LARGE"), kernels);
  const { recording, frontend, stride } = options;
  const sound = decodeWav({ path: recording, bytes: await readBytes(recording, "INPUT_SIZE") });
  const models = { frontend: await open(frontend), model: await open(model) };
  checkLabels(options.labels, models.model.outputs[0]!);
  checkLength(recording, sound.samples.length, models.frontend.inputs[0]!);
  const scores = [...recognize(models, sound, stride)];
  models.frontend.dispose();
  models.model.dispose();
  return {
    command: "run",
    model,
    frontend,
    recording,
    packs: kernels.packs.map(packLabel),
    seconds: sound.samples.length / sound.sampleRate,
    classifications: scores.length,
    words: [...findWords(scores, options)],
  };
}

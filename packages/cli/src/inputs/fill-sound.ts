import { type Tensor, ThimbleError } from "@thimble/core";
import type { InputFile } from "./input-file.ts";
import { storeNumbers } from "./store-numbers.ts";
import type { Sound } from "./wav.ts";

/** Sets an input from a recording: int16 inputs get its 16-bit samples as they are, others samples in [-1, 1). */
export function fillSound(tensor: Tensor, { bitDepth, samples }: Sound, { path }: InputFile): void {
  const { name, type, data } = tensor;
  if (samples.length !== data.length)
    throw new ThimbleError(
      "INPUT_SIZE",
      `${path} has ${samples.length} samples, tensor "${name}" takes ${data.length}; cut or pad the recording`,
    );
  if (type === "int16" && bitDepth !== "16")
    throw new ThimbleError("INPUT_TYPE", `${path} is no 16-bit PCM, which the int16 tensor "${name}" takes`);
  if (type === "int16") for (let i = 0; i < samples.length; i++) data[i] = samples[i]! * 2 ** 15;
  else storeNumbers(tensor, samples);
}

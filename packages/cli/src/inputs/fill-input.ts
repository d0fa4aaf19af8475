import { extname } from "node:path";
import { type Tensor, ThimbleError } from "@thimble/core";
import { readBytes } from "../read-bytes.ts";
import { decodeBmp } from "./bmp.ts";
import { fillPicture } from "./fill-picture.ts";
import { fillSound } from "./fill-sound.ts";
import type { InputFile, PictureOptions } from "./input-file.ts";
import { fillArray } from "./npy.ts";
import { parseNumbers } from "./parse-numbers.ts";
import { decodePng } from "./png.ts";
import { storeNumbers } from "./store-numbers.ts";
import { decodeWav } from "./wav.ts";

/** Returns what the user should know of how the file was read, if anything. */
type Filler = (tensor: Tensor, file: InputFile) => string | undefined;

/** How each kind of file sets an input, by the end of its name. */
const fillers: Readonly<Record<string, Filler>> = {
  ".bin": silently((tensor, { bytes }) => tensor.set(bytes)),
  ".npy": silently(fillArray),
  ".json": silently((tensor, file) => storeNumbers(tensor, parseNumbers(file))),
  ".png": (tensor, file) => fillPicture(tensor, decodePng(file), file),
  ".bmp": (tensor, file) => fillPicture(tensor, decodeBmp(file), file),
  ".wav": silently((tensor, file) => fillSound(tensor, decodeWav(file), file)),
};

function silently(fill: (tensor: Tensor, file: InputFile) => void): Filler {
  return (tensor, file) => {
    fill(tensor, file);
    return undefined;
  };
}

/**
 * Sets an input from a file. Returns what the user should know of how the file was read, if anything.
 *
 * @throws ThimbleError `INPUT_SIZE` or `INPUT_TYPE` when the file does not fit the input, naming both.
 */
export async function fillInput(tensor: Tensor, path: string, options: PictureOptions): Promise<string | undefined> {
  const fill = fillers[extname(path).toLowerCase()];
  if (!fill)
    throw new ThimbleError("INPUT_TYPE", `${path}: inputs are read from ${Object.keys(fillers).join(", ")} files`);
  return fill(tensor, { path, bytes: await readBytes(path, "INPUT_SIZE"), ...options });
}

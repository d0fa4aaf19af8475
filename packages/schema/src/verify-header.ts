import { ThimbleError } from "./error.ts";

const identifier = "TFL3";
const headerBytes = 8;
const largestFile = 2 ** 31 - 1;

/** What files that are taken for models by mistake start with. */
const impostors: readonly (readonly [start: string, meaning: string])[] = [
  ["<", "an HTML or XML page, was the download redirected?"],
  ["version https://git-lfs", "a Git LFS pointer, run `git lfs pull` for the model itself"],
  ["{", "JSON, not a binary model"],
  ["PK", "a ZIP archive, unpack it first"],
  ["\x1f\x8b", "gzip data, unpack it first"],
  ["\x89HDF", "a Keras HDF5 model, convert it first"],
];

/**
 * Checks that bytes start as a .tflite file does, and says what they are when they do not.
 *
 * @throws ThimbleError `MODEL_TRUNCATED`, `MODEL_NOT_TFLITE` or `MODEL_TOO_LARGE`.
 */
export function verifyHeader(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new ThimbleError("MODEL_TRUNCATED", "the model is empty: it has 0 bytes");
  if (bytes.length > largestFile) {
    throw new ThimbleError(
      "MODEL_TOO_LARGE",
      `the model has ${bytes.length} bytes, at most ${largestFile} can be read`,
    );
  }
  if (latin(bytes, 4, headerBytes) === identifier) return;
  const start = latin(bytes, 0, 32);
  const meaning = impostors.find(([prefix]) => start.startsWith(prefix))?.[1];
  if (meaning === undefined && bytes.length < headerBytes) {
    throw new ThimbleError(
      "MODEL_TRUNCATED",
      `${bytes.length} bytes are too few for a .tflite model: is it truncated?`,
    );
  }
  throw new ThimbleError("MODEL_NOT_TFLITE", `not a .tflite model: ${evidence(bytes, meaning)}`);
}

function evidence(bytes: Uint8Array, meaning: string | undefined): string {
  if (meaning !== undefined) return `it starts with ${quote(latin(bytes, 0, 4))}: ${meaning}`;
  return `bytes 4 to 8 are ${quote(latin(bytes, 4, headerBytes))}, not ${quote(identifier)}`;
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

function quote(text: string): string {
  return `'${text.replace(/[^ -~]/g, (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, "0")}`)}'`;
}

import type { PixelKind } from "./pixels.ts";
import type { ValueRange } from "./value-range.ts";

/** How pictures are read, where the command line says so. */
export interface PictureOptions {
  /** What black and white stand for. Default is what the input's quantization suggests. */
  readonly range?: ValueRange | undefined;
  /** What the bytes of a grey picture are. Default is what the picture looks like. */
  readonly pixels?: PixelKind | undefined;
}

/** The content of a file for one input of a model. */
export interface InputFile extends PictureOptions {
  readonly path: string;
  readonly bytes: Uint8Array;
}

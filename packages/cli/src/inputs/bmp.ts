import { decode } from "bmp-ts";
import { decodeOrExplain } from "./decode-or-explain.ts";
import type { InputFile } from "./input-file.ts";
import { makePicture, type Picture } from "./picture.ts";

/** Decodes a BMP file of any depth. */
export const decodeBmp = (file: InputFile): Picture =>
  decodeOrExplain("BMP", file, () => {
    const { width, height, data } = decode(Buffer.from(file.bytes));
    // The decoder gives alpha, blue, green, red.
    return makePicture(width, height, (pixel, channel) => data[pixel * 4 + 3 - channel]!);
  });

import { convertIndexedToRgb, decode } from "fast-png";
import { decodeOrExplain } from "./decode-or-explain.ts";
import type { InputFile } from "./input-file.ts";
import { makePicture, type Picture } from "./picture.ts";

/** Decodes a PNG file: grey, colour or palette; transparency is ignored. */
export const decodePng = (file: InputFile): Picture =>
  decodeOrExplain("PNG", file, () => {
    const png = decode(file.bytes);
    const { width, height, depth, palette } = png;
    if (!palette && depth < 8) throw new Error(`it has ${depth} bits a channel; save it with 8`);
    const data = palette ? convertIndexedToRgb(png) : png.data;
    const channels = palette ? palette[0]!.length : png.channels;
    const shift = depth === 16 ? 8 : 0;
    const isGrey = channels < 3;
    return makePicture(width, height, (pixel, channel) => data[pixel * channels + (isGrey ? 0 : channel)]! >> shift);
  });

import { decode } from "bmp-ts";
import { decodeOrExplain } from "./decode-or-explain.ts";
import type { InputFile } from "./input-file.ts";
import { makePicture, type Picture } from "./picture.ts";

/** The size of the shortest header that the decoder reads, with the file's header before it. */
const HEADER_BYTES = 54;

/** The decoder takes four bytes a pixel, before anybody asks whether the input is as large. */
const MOST_PIXELS = 2 ** 26;

/** Decodes a BMP file of any depth. */
export const decodeBmp = (file: InputFile): Picture =>
  decodeOrExplain("BMP", file, () => {
    checkHeader(file);
    const { width, height, data } = decode(Buffer.from(file.bytes));
    // The decoder gives alpha, blue, green, red.
    return makePicture(width, height, (pixel, channel) => data[pixel * 4 + 3 - channel]!);
  });

/** Refuses what the decoder would believe: it checks no sizes. */
function checkHeader({ bytes }: InputFile): void {
  if (bytes.length < HEADER_BYTES || bytes[0] !== 0x42 || bytes[1] !== 0x4d) throw new Error("it has no BMP header");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // A picture of negative height begins with its upper row.
  const [width, height] = [view.getInt32(18, true), view.getInt32(22, true)];
  const rows = Math.abs(height);
  if (width < 1 || rows < 1 || width * rows > MOST_PIXELS)
    throw new Error(`its header says ${width} × ${height} pixels`);
  const isCompressed = [1, 2].includes(view.getUint32(30, true));
  const rowBytes = Math.ceil((width * view.getUint16(28, true)) / 32) * 4;
  const needed = view.getUint32(10, true) + rowBytes * rows;
  if (!isCompressed && bytes.length < needed)
    throw new Error(`it has ${bytes.length} bytes, its header says ${needed}`);
}

import { type Tensor, ThimbleError } from "@thimble/core";
import type { InputFile } from "./input-file.ts";
import { type Picture, toGrey } from "./picture.ts";
import { pixelKindOf } from "./pixels.ts";
import { storeNumbers } from "./store-numbers.ts";
import { pictureRange } from "./value-range.ts";

/**
 * Sets an input of shape [1, H, W, C] or [1, H, W] from a picture of W × H pixels, in grey or colour as C asks. Returns
 * a note if the bytes of the picture were not taken for values.
 */
export function fillPicture(tensor: Tensor, picture: Picture, file: InputFile): string | undefined {
  const { path } = file;
  const [height, width, channels] = layoutOf(tensor, path);
  if (picture.width !== width || picture.height !== height)
    throw new ThimbleError(
      "INPUT_SIZE",
      `${path} has ${picture.width} × ${picture.height} pixels, tensor "${tensor.name}" takes ${width} × ${height}; resize the picture`,
    );
  if (channels === 3) return storeValues(tensor, picture.rgb, file);
  const grey = toGrey(picture);
  if ((file.pixels ?? pixelKindOf(tensor, grey, width)) === "value") return storeValues(tensor, grey, file);
  tensor.set(grey);
  return file.pixels
    ? undefined
    : `${path} looks like the bytes of an int8 tensor and was read as such; --pixels value reads grey values`;
}

function storeValues(tensor: Tensor, bytes: Uint8Array, { range }: InputFile): undefined {
  const [black, white] = range ?? pictureRange(tensor);
  storeNumbers(
    tensor,
    Float64Array.from(bytes, (byte) => black + (byte * (white - black)) / 255),
  );
}

function layoutOf({ name, shape }: Tensor, path: string): readonly [height: number, width: number, channels: number] {
  const [batch, height, width, channels = 1] = shape;
  const hasPicture = (shape.length === 3 || shape.length === 4) && batch === 1;
  if (!hasPicture || (channels !== 1 && channels !== 3))
    throw new ThimbleError(
      "INPUT_TYPE",
      `${path} is a picture, tensor "${name}" has shape [${shape.join(", ")}]; pictures go into [1, H, W], [1, H, W, 1] and [1, H, W, 3]`,
    );
  return [height!, width!, channels];
}

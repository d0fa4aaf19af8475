import type { Tensor } from "@thimble/core";
import { UsageError } from "../usage-error.ts";

/** What the bytes of a grey picture are: grey values, or an int8 tensor as it is stored. */
export const pixelKinds = ["value", "stored"] as const;

export type PixelKind = (typeof pixelKinds)[number];

/** Parses `--pixels`; `undefined` leaves it to {@link pixelKindOf}. */
export function parsePixels(text: string | undefined): PixelKind | undefined {
  const kind = pixelKinds.find((candidate) => candidate === text);
  if (text !== undefined && !kind) throw new UsageError(`--pixels is ${text}; it takes ${pixelKinds.join(" or ")}`);
  return kind;
}

/** Below this standard deviation of 256 grey values a picture shows next to nothing. */
const LEAST_CONTRAST = 24;

/**
 * Tells the two kinds apart. The sample pictures of TensorFlow Lite Micro hold the bytes of an int8 tensor: taken for
 * grey values, neighbours on both sides of mid-grey lie 255 apart. So the picture is `stored` if flipping the sign bit
 * makes it smoother, unless that leaves no picture: black on white would become grey on grey.
 */
export function pixelKindOf({ type }: Tensor, grey: Uint8Array, width: number): PixelKind {
  if (type !== "int8") return "value";
  const flipped = grey.map((byte) => byte ^ 0x80);
  const isPicture = deviation(flipped) >= LEAST_CONTRAST;
  return isPicture && roughness(flipped, width) < roughness(grey, width) ? "stored" : "value";
}

/** The sum of the differences between neighbours in a row. */
function roughness(grey: Uint8Array, width: number): number {
  let sum = 0;
  for (let i = 1; i < grey.length; i++) if (i % width !== 0) sum += Math.abs(grey[i]! - grey[i - 1]!);
  return sum;
}

function deviation(grey: Uint8Array): number {
  const mean = grey.reduce((sum, byte) => sum + byte, 0) / grey.length;
  return Math.sqrt(grey.reduce((sum, byte) => sum + (byte - mean) ** 2, 0) / grey.length);
}

import { type KernelNode, type KernelTensor, nodeError } from "@thimble/core";
import { copyBytes } from "./copy-bytes.ts";

/** A tensor [N, H, C] or [N, H, W, C] as height, width and depth; without W the width is 1. */
export interface PixelLayout {
  readonly batches: number;
  readonly height: number;
  readonly width: number;
  readonly pixelBytes: number;
}

export function pixelLayout({ shape, byteLength, size }: KernelTensor): PixelLayout {
  const [batches, height] = shape as [number, number];
  const width = shape.length === 4 ? shape[2]! : 1;
  return { batches, height, width, pixelBytes: size === 0 ? 0 : (shape.at(-1)! * byteLength) / size };
}

/** Batches of pixels, and the space in which each of them is one pixel of a block. */
export interface SpaceBatchLayout {
  readonly batch: PixelLayout;
  readonly space: PixelLayout;
}

/** [invoke] Extent of the block along one spatial dimension. Throws `NODE_INVALID` under 1. */
function blockExtent(node: KernelNode, i: number): number {
  const block = node.input(1).data as Int32Array;
  const extent = i < block.length ? block[i]! : 1;
  if (extent < 1) throw nodeError(node, `block_shape[${i}] is ${extent}, it must be at least 1`);
  return extent;
}

/**
 * [invoke] Copies each pixel between its places in the batches and in the space; those outside of the space, in a
 * margin, are left out. Block and margins are read here: they may change from one invoke to the next.
 */
export function copyPixels(node: KernelNode, { batch, space }: SpaceBatchLayout, toSpace: boolean): void {
  const margins = node.input(2).data as Int32Array;
  const blockHeight = blockExtent(node, 0);
  const blockWidth = blockExtent(node, 1);
  const top = margins[0]!;
  const left = margins.length > 2 ? margins[2]! : 0;
  const input = node.input(0).bytes;
  const output = node.output(0).bytes;
  const { pixelBytes } = batch;
  let at = 0;
  for (let n = 0; n < batch.batches; n++) {
    const blockPixel = Math.floor(n / space.batches);
    for (let row = 0; row < batch.height; row++) {
      const y = row * blockHeight + Math.floor(blockPixel / blockWidth) - top;
      for (let column = 0; column < batch.width; column++, at += pixelBytes) {
        const x = column * blockWidth + (blockPixel % blockWidth) - left;
        if (y < 0 || y >= space.height || x < 0 || x >= space.width) continue;
        const place = (((n % space.batches) * space.height + y) * space.width + x) * pixelBytes;
        if (toSpace) copyBytes(input, at, pixelBytes, output, place);
        else copyBytes(input, place, pixelBytes, output, at);
      }
    }
  }
}

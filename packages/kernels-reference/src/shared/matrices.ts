import type { BatchMatmulParams, KernelNode } from "@thimble/core";
import { broadcastExtents, broadcastSteps } from "./broadcast.ts";
import { StridedCursor } from "./strided-cursor.ts";

/** The way over pairs of matrices x [rows, depth] and y [depth, columns] that the batches make up. */
export interface Matrices {
  /** Offsets of the current matrix of x (first) and of y (second). */
  readonly pairs: StridedCursor;
  readonly rows: number;
  readonly columns: number;
  readonly depth: number;
  /** Elements between neighbours along a row of x, down a column of x, and the same of y. */
  readonly xAcross: number;
  readonly xDown: number;
  readonly yAcross: number;
  readonly yDown: number;
}

export function prepareMatrices(node: KernelNode<BatchMatmulParams>): Matrices {
  const { adjointX, adjointY } = node.params;
  const [x, y] = [node.input(0).shape, node.input(1).shape];
  const [xHeight, xWidth, yHeight, yWidth] = [x.at(-2)!, x.at(-1)!, y.at(-2)!, y.at(-1)!];
  const [xBatches, yBatches] = [x.slice(0, -2), y.slice(0, -2)];
  const extents = broadcastExtents(xBatches, yBatches);
  const [xSteps, ySteps] = [broadcastSteps(xBatches, extents), broadcastSteps(yBatches, extents)];
  return {
    pairs: new StridedCursor(
      extents.map((extent, i) => ({
        extent,
        firstStep: xSteps[i]! * xHeight * xWidth,
        secondStep: ySteps[i]! * yHeight * yWidth,
      })),
    ),
    rows: adjointX ? xWidth : xHeight,
    columns: adjointY ? yHeight : yWidth,
    depth: adjointX ? xHeight : xWidth,
    xAcross: adjointX ? xWidth : 1,
    xDown: adjointX ? 1 : xWidth,
    yAcross: adjointY ? yWidth : 1,
    yDown: adjointY ? 1 : yWidth,
  };
}

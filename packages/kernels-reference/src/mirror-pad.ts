import {
  type AnyKernel,
  type Kernel,
  type KernelNode,
  type MirrorPadParams,
  mirrorPad,
  nodeError,
} from "@thimble/core";
import type { Elements } from "./shared/elements.ts";
import { stridesOf } from "./shared/strided-cursor.ts";

const TYPES = "float32|int8";

interface MirrorPadLayout {
  readonly inputSteps: readonly number[];
  readonly outputSteps: readonly number[];
}

/**
 * Throws `NODE_INVALID` where the image in front would be greater than the input, or the output has another extent. The
 * image behind may be: the input's first element then stands for what it lacks, as in TFLM.
 */
function requirePaddings(node: KernelNode<MirrorPadParams>): void {
  const paddings = node.input(1).data;
  const input = node.input(0).shape;
  const edge = node.params.repeatsEdge ? 0 : 1;
  for (let i = 0; i < input.length; i++) {
    const before = Number(paddings[2 * i]);
    const after = Number(paddings[2 * i + 1]);
    const extent = input[i]!;
    const padded = node.output(0).shape[i]!;
    if (before < 0 || after < 0 || before > Math.max(0, extent - edge) || (extent === 0 && after > 0))
      throw nodeError(node, `pads dimension ${i} of ${extent} elements by ${before} and ${after}`);
    if (before + extent + after !== padded)
      throw nodeError(node, `pads dimension ${i} of ${extent} by ${before} and ${after}, the output has ${padded}`);
  }
}

function prepareMirrorPad(node: KernelNode<MirrorPadParams>): MirrorPadLayout {
  if (node.input(1).isConstant) requirePaddings(node);
  return { inputSteps: stridesOf(node.input(0).shape), outputSteps: stridesOf(node.output(0).shape) };
}

/** Where a position less the padding in front lies in a dimension, thrown back at either end. */
function mirror(position: number, extent: number, edge: number): number {
  if (position < 0) return -position - 1 + edge;
  return position < extent ? position : Math.max(0, 2 * extent - 1 - position - edge);
}

/** The element of the input that stands at `index` of the output. */
function sourceOf(node: KernelNode<MirrorPadParams>, index: number, layout: MirrorPadLayout): number {
  const { inputSteps, outputSteps } = layout;
  const paddings = node.input(1).data;
  const { shape } = node.input(0);
  const edge = node.params.repeatsEdge ? 0 : 1;
  let source = 0;
  let rest = index;
  for (let i = 0; i < shape.length; i++) {
    const position = Math.floor(rest / outputSteps[i]!);
    rest -= position * outputSteps[i]!;
    source += mirror(position - Number(paddings[2 * i]), shape[i]!, edge) * inputSteps[i]!;
  }
  return source;
}

/** Copies element by element. */
export const mirrorPadAny: Kernel<MirrorPadParams, MirrorPadLayout> = {
  name: "mirror_pad_any",
  operator: mirrorPad,
  types: `${TYPES}, int32|int64 -> ${TYPES}`,
  tflmScratch: (node) => [4 * node.input(0).shape.length, 4 * node.input(0).shape.length],
  prepare: prepareMirrorPad,
  invoke(node, layout) {
    const input = node.input(0).data as unknown as Elements;
    const output = node.output(0).data as unknown as Elements;
    if (!node.input(1).isConstant) requirePaddings(node);
    for (let i = 0; i < output.length; i++) output[i] = input[sourceOf(node, i, layout)]!;
  },
};

/** MIRROR_PAD in every type. */
export const mirrorPadKernels: readonly AnyKernel[] = [mirrorPadAny];

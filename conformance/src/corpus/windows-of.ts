import type { SingleOperator } from "../generate/single-operator.ts";

/** A window that moves over one dimension. */
export interface Window {
  readonly size: number;
  readonly stride: number;
  readonly dilation: number;
  /** Extents of the input and of the output in this dimension. */
  readonly input: number;
  readonly output: number;
}

/** Where an operator with windows has its filter and its image among the inputs; a pool has no filter. */
const WINDOWED: Readonly<Record<string, { readonly image: number; readonly filter?: number }>> = {
  CONV_2D: { image: 0, filter: 1 },
  DEPTHWISE_CONV_2D: { image: 0, filter: 1 },
  TRANSPOSE_CONV: { image: 2, filter: 1 },
  AVERAGE_POOL_2D: { image: 0 },
  MAX_POOL_2D: { image: 0 },
  L2_POOL_2D: { image: 0 },
};

/** The windows of an operator over height and width; none for operators without. */
export function windowsOf({ operator, options, inputs, outputs }: SingleOperator): readonly Window[] {
  const places = WINDOWED[operator];
  if (!places) return [];
  const value = (options?.value ?? {}) as Readonly<Record<string, number>>;
  const image = inputs[places.image]!.shape;
  const filter = places.filter === undefined ? undefined : inputs[places.filter]!.shape;
  return ([1, 2] as const).map((axis) => {
    const letter = axis === 1 ? "H" : "W";
    const word = axis === 1 ? "Height" : "Width";
    return {
      size: filter ? filter[axis]! : value[`filter${word}`]!,
      stride: value[`stride${letter}`]!,
      dilation: value[`dilation${letter}Factor`] ?? 1,
      input: image[axis]!,
      output: outputs[0]!.shape[axis]!,
    };
  });
}

/** Rows or columns that the windows reach beyond the input, both sides together. */
export const paddingOf = ({ size, stride, dilation, input, output }: Window): number =>
  Math.max(0, (output - 1) * stride + (size - 1) * dilation + 1 - input);

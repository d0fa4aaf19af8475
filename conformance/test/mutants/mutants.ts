import { addS8 } from "./kernels/add_s8.mutants.ts";
import { averagePool2dS8 } from "./kernels/average_pool_2d_s8.mutants.ts";
import { circularBufferS8 } from "./kernels/circular_buffer_s8.mutants.ts";
import { concatenationS8 } from "./kernels/concatenation_s8.mutants.ts";
import { conv2dS8 } from "./kernels/conv_2d_s8.mutants.ts";
import { depthwiseConv2dS8 } from "./kernels/depthwise_conv_2d_s8.mutants.ts";
import { fullyConnectedF32 } from "./kernels/fully_connected_f32.mutants.ts";
import { fullyConnectedS8 } from "./kernels/fully_connected_s8.mutants.ts";
import { fullyConnectedS16 } from "./kernels/fully_connected_s16.mutants.ts";
import { leakyReluS8 } from "./kernels/leaky_relu_s8.mutants.ts";
import { logisticF32 } from "./kernels/logistic_f32.mutants.ts";
import { logisticS8 } from "./kernels/logistic_s8.mutants.ts";
import { maxPool2dS8 } from "./kernels/max_pool_2d_s8.mutants.ts";
import { meanS8 } from "./kernels/mean_s8.mutants.ts";
import { mulS16 } from "./kernels/mul_s16.mutants.ts";
import { padS8 } from "./kernels/pad_s8.mutants.ts";
import { quantizeF32S8 } from "./kernels/quantize_f32_s8.mutants.ts";
import { svdfS8 } from "./kernels/svdf_s8.mutants.ts";
import { transposeConvS8 } from "./kernels/transpose_conv_s8.mutants.ts";
import { transposeS8 } from "./kernels/transpose_s8.mutants.ts";
import type { Mutant } from "./mutant.ts";

/** Every mutant of a C kernel. */
export const mutants: readonly Mutant[] = [
  ...addS8,
  ...averagePool2dS8,
  ...circularBufferS8,
  ...concatenationS8,
  ...conv2dS8,
  ...depthwiseConv2dS8,
  ...fullyConnectedF32,
  ...fullyConnectedS16,
  ...fullyConnectedS8,
  ...leakyReluS8,
  ...logisticF32,
  ...logisticS8,
  ...maxPool2dS8,
  ...meanS8,
  ...mulS16,
  ...padS8,
  ...quantizeF32S8,
  ...svdfS8,
  ...transposeConvS8,
  ...transposeS8,
];

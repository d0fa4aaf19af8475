import { type AnyKernel, definePack, type Pack } from "@thimble/core";
import { addKernels } from "./add.ts";
import { averagePool2dKernels } from "./average-pool-2d.ts";
import { concatenationKernels } from "./concatenation.ts";
import { conv2dKernels } from "./conv-2d.ts";
import { depthwiseConv2dKernels } from "./depthwise-conv-2d.ts";
import { dequantizeKernels } from "./dequantize.ts";
import { fullyConnectedKernels } from "./fully-connected.ts";
import { logisticKernels } from "./logistic.ts";
import { maxPool2dKernels } from "./max-pool-2d.ts";
import { meanKernels } from "./mean.ts";
import { mulKernels } from "./mul.ts";
import { padKernels } from "./pad.ts";
import { padv2Kernels } from "./padv2.ts";
import { quantizeKernels } from "./quantize.ts";
import { reluKernels } from "./relu.ts";
import { relu6Kernels } from "./relu6.ts";
import { reshapeKernels } from "./reshape.ts";
import { softmaxKernels } from "./softmax.ts";
import { subKernels } from "./sub.ts";
import { svdfKernels } from "./svdf.ts";
import { tanhKernels } from "./tanh.ts";

/** Every kernel of the reference, by operator. */
export const kernels: readonly AnyKernel[] = [
  ...addKernels,
  ...averagePool2dKernels,
  ...concatenationKernels,
  ...conv2dKernels,
  ...depthwiseConv2dKernels,
  ...dequantizeKernels,
  ...fullyConnectedKernels,
  ...logisticKernels,
  ...maxPool2dKernels,
  ...meanKernels,
  ...mulKernels,
  ...padKernels,
  ...padv2Kernels,
  ...quantizeKernels,
  ...reluKernels,
  ...relu6Kernels,
  ...reshapeKernels,
  ...softmaxKernels,
  ...subKernels,
  ...svdfKernels,
  ...tanhKernels,
];

/** The reference pack: the last word on what an operator computes, and the last in a resolver's order. */
export const reference: Pack = definePack({ id: "@thimble/kernels-reference", version: "0.1.0", kernels });

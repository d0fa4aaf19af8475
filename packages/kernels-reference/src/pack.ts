import { type AnyKernel, definePack, type Pack } from "@thimble/core";
import { absKernels } from "./abs.ts";
import { addKernels } from "./add.ts";
import { assignVariableKernels } from "./assign-variable.ts";
import { averagePool2dKernels } from "./average-pool-2d.ts";
import { callOnceKernels } from "./call-once.ts";
import { castKernels } from "./cast.ts";
import { ceilKernels } from "./ceil.ts";
import { concatenationKernels } from "./concatenation.ts";
import { conv2dKernels } from "./conv-2d.ts";
import { cosKernels } from "./cos.ts";
import { depthwiseConv2dKernels } from "./depthwise-conv-2d.ts";
import { dequantizeKernels } from "./dequantize.ts";
import { eluKernels } from "./elu.ts";
import { expKernels } from "./exp.ts";
import { floorKernels } from "./floor.ts";
import { fullyConnectedKernels } from "./fully-connected.ts";
import { hardSwishKernels } from "./hard-swish.ts";
import { ifKernels } from "./if.ts";
import { leakyReluKernels } from "./leaky-relu.ts";
import { logKernels } from "./log.ts";
import { logicalNotKernels } from "./logical-not.ts";
import { logisticKernels } from "./logistic.ts";
import { maxPool2dKernels } from "./max-pool-2d.ts";
import { meanKernels } from "./mean.ts";
import { mulKernels } from "./mul.ts";
import { negKernels } from "./neg.ts";
import { padKernels } from "./pad.ts";
import { padv2Kernels } from "./padv2.ts";
import { preluKernels } from "./prelu.ts";
import { quantizeKernels } from "./quantize.ts";
import { readVariableKernels } from "./read-variable.ts";
import { reluKernels } from "./relu.ts";
import { relu6Kernels } from "./relu6.ts";
import { reshapeKernels } from "./reshape.ts";
import { roundKernels } from "./round.ts";
import { rsqrtKernels } from "./rsqrt.ts";
import { sinKernels } from "./sin.ts";
import { softmaxKernels } from "./softmax.ts";
import { sqrtKernels } from "./sqrt.ts";
import { squareKernels } from "./square.ts";
import { subKernels } from "./sub.ts";
import { svdfKernels } from "./svdf.ts";
import { tanhKernels } from "./tanh.ts";
import { varHandleKernels } from "./var-handle.ts";
import { whileKernels } from "./while.ts";
import { zerosLikeKernels } from "./zeros-like.ts";

/** Every kernel of the reference, by operator. */
export const kernels: readonly AnyKernel[] = [
  ...absKernels,
  ...addKernels,
  ...assignVariableKernels,
  ...averagePool2dKernels,
  ...callOnceKernels,
  ...castKernels,
  ...ceilKernels,
  ...concatenationKernels,
  ...conv2dKernels,
  ...cosKernels,
  ...depthwiseConv2dKernels,
  ...dequantizeKernels,
  ...eluKernels,
  ...expKernels,
  ...floorKernels,
  ...fullyConnectedKernels,
  ...hardSwishKernels,
  ...ifKernels,
  ...leakyReluKernels,
  ...logicalNotKernels,
  ...logisticKernels,
  ...logKernels,
  ...maxPool2dKernels,
  ...meanKernels,
  ...mulKernels,
  ...negKernels,
  ...padKernels,
  ...padv2Kernels,
  ...preluKernels,
  ...quantizeKernels,
  ...readVariableKernels,
  ...relu6Kernels,
  ...reluKernels,
  ...reshapeKernels,
  ...roundKernels,
  ...rsqrtKernels,
  ...sinKernels,
  ...softmaxKernels,
  ...sqrtKernels,
  ...squareKernels,
  ...subKernels,
  ...svdfKernels,
  ...tanhKernels,
  ...varHandleKernels,
  ...whileKernels,
  ...zerosLikeKernels,
];

/** The reference pack: the last word on what an operator computes, and the last in a resolver's order. */
export const reference: Pack = definePack({ id: "@thimble/kernels-reference", version: "0.1.0", kernels });

import { type AnyKernel, definePack, type Pack } from "@thimble/core";
import { absKernels } from "./abs.ts";
import { addKernels } from "./add.ts";
import { addNKernels } from "./add-n.ts";
import { argMaxKernels } from "./arg-max.ts";
import { argMinKernels } from "./arg-min.ts";
import { assignVariableKernels } from "./assign-variable.ts";
import { averagePool2dKernels } from "./average-pool-2d.ts";
import { batchMatmulKernels } from "./batch-matmul.ts";
import { batchToSpaceNdKernels } from "./batch-to-space-nd.ts";
import { broadcastArgsKernels } from "./broadcast-args.ts";
import { broadcastToKernels } from "./broadcast-to.ts";
import { callOnceKernels } from "./call-once.ts";
import { castKernels } from "./cast.ts";
import { ceilKernels } from "./ceil.ts";
import { circularBufferKernels } from "./circular-buffer.ts";
import { concatenationKernels } from "./concatenation.ts";
import { conv2dKernels } from "./conv-2d.ts";
import { cosKernels } from "./cos.ts";
import { cumsumKernels } from "./cumsum.ts";
import { depthToSpaceKernels } from "./depth-to-space.ts";
import { depthwiseConv2dKernels } from "./depthwise-conv-2d.ts";
import { dequantizeKernels } from "./dequantize.ts";
import { detectionPostprocessKernels } from "./detection-postprocess.ts";
import { divKernels } from "./div.ts";
import { dynamicUpdateSliceKernels } from "./dynamic-update-slice.ts";
import { eluKernels } from "./elu.ts";
import { embeddingLookupKernels } from "./embedding-lookup.ts";
import { equalKernels } from "./equal.ts";
import { expKernels } from "./exp.ts";
import { expandDimsKernels } from "./expand-dims.ts";
import { fillKernels } from "./fill.ts";
import { floorKernels } from "./floor.ts";
import { floorDivKernels } from "./floor-div.ts";
import { floorModKernels } from "./floor-mod.ts";
import { fullyConnectedKernels } from "./fully-connected.ts";
import { gatherKernels } from "./gather.ts";
import { gatherNdKernels } from "./gather-nd.ts";
import { greaterKernels } from "./greater.ts";
import { greaterEqualKernels } from "./greater-equal.ts";
import { hardSwishKernels } from "./hard-swish.ts";
import { ifKernels } from "./if.ts";
import { l2NormalizationKernels } from "./l2-normalization.ts";
import { l2Pool2dKernels } from "./l2-pool-2d.ts";
import { leakyReluKernels } from "./leaky-relu.ts";
import { lessKernels } from "./less.ts";
import { lessEqualKernels } from "./less-equal.ts";
import { logKernels } from "./log.ts";
import { logSoftmaxKernels } from "./log-softmax.ts";
import { logicalAndKernels } from "./logical-and.ts";
import { logicalNotKernels } from "./logical-not.ts";
import { logicalOrKernels } from "./logical-or.ts";
import { logisticKernels } from "./logistic.ts";
import { maxPool2dKernels } from "./max-pool-2d.ts";
import { maximumKernels } from "./maximum.ts";
import { meanKernels } from "./mean.ts";
import { minimumKernels } from "./minimum.ts";
import { mirrorPadKernels } from "./mirror-pad.ts";
import { mulKernels } from "./mul.ts";
import { negKernels } from "./neg.ts";
import { notEqualKernels } from "./not-equal.ts";
import { packKernels } from "./pack-operator.ts";
import { padKernels } from "./pad.ts";
import { padv2Kernels } from "./padv2.ts";
import { preluKernels } from "./prelu.ts";
import { quantizeKernels } from "./quantize.ts";
import { readVariableKernels } from "./read-variable.ts";
import { reduceAllKernels } from "./reduce-all.ts";
import { reduceMaxKernels } from "./reduce-max.ts";
import { reduceMinKernels } from "./reduce-min.ts";
import { reluKernels } from "./relu.ts";
import { relu6Kernels } from "./relu6.ts";
import { reshapeKernels } from "./reshape.ts";
import { resizeBilinearKernels } from "./resize-bilinear.ts";
import { resizeNearestNeighborKernels } from "./resize-nearest-neighbor.ts";
import { reverseV2Kernels } from "./reverse-v2.ts";
import { roundKernels } from "./round.ts";
import { rsqrtKernels } from "./rsqrt.ts";
import { selectV2Kernels } from "./select-v2.ts";
import { shapeKernels } from "./shape.ts";
import { signalDelayKernels } from "./signal-delay.ts";
import { signalEnergyKernels } from "./signal-energy.ts";
import { signalFftAutoScaleKernels } from "./signal-fft-auto-scale.ts";
import { signalFilterBankKernels } from "./signal-filter-bank.ts";
import { signalFilterBankLogKernels } from "./signal-filter-bank-log.ts";
import { signalFilterBankSpectralSubtractionKernels } from "./signal-filter-bank-spectral-subtraction.ts";
import { signalFilterBankSquareRootKernels } from "./signal-filter-bank-square-root.ts";
import { signalFramerKernels } from "./signal-framer.ts";
import { signalIrfftKernels } from "./signal-irfft.ts";
import { signalOverlapAddKernels } from "./signal-overlap-add.ts";
import { signalPcanKernels } from "./signal-pcan.ts";
import { signalRfftKernels } from "./signal-rfft.ts";
import { signalStackerKernels } from "./signal-stacker.ts";
import { signalWindowKernels } from "./signal-window.ts";
import { sinKernels } from "./sin.ts";
import { sliceKernels } from "./slice.ts";
import { softmaxKernels } from "./softmax.ts";
import { spaceToBatchNdKernels } from "./space-to-batch-nd.ts";
import { spaceToDepthKernels } from "./space-to-depth.ts";
import { splitKernels } from "./split.ts";
import { splitVKernels } from "./split-v.ts";
import { sqrtKernels } from "./sqrt.ts";
import { squareKernels } from "./square.ts";
import { squaredDifferenceKernels } from "./squared-difference.ts";
import { squeezeKernels } from "./squeeze.ts";
import { stridedSliceKernels } from "./strided-slice.ts";
import { subKernels } from "./sub.ts";
import { sumKernels } from "./sum.ts";
import { svdfKernels } from "./svdf.ts";
import { tanhKernels } from "./tanh.ts";
import { tflmDecodeKernels } from "./tflm-decode.ts";
import { transposeKernels } from "./transpose.ts";
import { transposeConvKernels } from "./transpose-conv.ts";
import { unidirectionalSequenceLstmKernels } from "./unidirectional-sequence-lstm.ts";
import { unpackKernels } from "./unpack.ts";
import { varHandleKernels } from "./var-handle.ts";
import { whileKernels } from "./while.ts";
import { zerosLikeKernels } from "./zeros-like.ts";

/** Every kernel of the reference, by operator. */
export const kernels: readonly AnyKernel[] = [
  ...absKernels,
  ...addKernels,
  ...addNKernels,
  ...argMaxKernels,
  ...argMinKernels,
  ...assignVariableKernels,
  ...averagePool2dKernels,
  ...batchMatmulKernels,
  ...batchToSpaceNdKernels,
  ...broadcastArgsKernels,
  ...broadcastToKernels,
  ...callOnceKernels,
  ...castKernels,
  ...ceilKernels,
  ...circularBufferKernels,
  ...concatenationKernels,
  ...conv2dKernels,
  ...cosKernels,
  ...cumsumKernels,
  ...depthToSpaceKernels,
  ...depthwiseConv2dKernels,
  ...dequantizeKernels,
  ...detectionPostprocessKernels,
  ...divKernels,
  ...dynamicUpdateSliceKernels,
  ...eluKernels,
  ...embeddingLookupKernels,
  ...equalKernels,
  ...expandDimsKernels,
  ...expKernels,
  ...fillKernels,
  ...floorDivKernels,
  ...floorKernels,
  ...floorModKernels,
  ...fullyConnectedKernels,
  ...gatherKernels,
  ...gatherNdKernels,
  ...greaterEqualKernels,
  ...greaterKernels,
  ...hardSwishKernels,
  ...ifKernels,
  ...l2NormalizationKernels,
  ...l2Pool2dKernels,
  ...leakyReluKernels,
  ...lessEqualKernels,
  ...lessKernels,
  ...logicalAndKernels,
  ...logicalNotKernels,
  ...logicalOrKernels,
  ...logisticKernels,
  ...logKernels,
  ...logSoftmaxKernels,
  ...maximumKernels,
  ...maxPool2dKernels,
  ...meanKernels,
  ...minimumKernels,
  ...mirrorPadKernels,
  ...mulKernels,
  ...negKernels,
  ...notEqualKernels,
  ...packKernels,
  ...padKernels,
  ...padv2Kernels,
  ...preluKernels,
  ...quantizeKernels,
  ...readVariableKernels,
  ...reduceAllKernels,
  ...reduceMaxKernels,
  ...reduceMinKernels,
  ...relu6Kernels,
  ...reluKernels,
  ...reshapeKernels,
  ...resizeBilinearKernels,
  ...resizeNearestNeighborKernels,
  ...reverseV2Kernels,
  ...roundKernels,
  ...rsqrtKernels,
  ...selectV2Kernels,
  ...shapeKernels,
  ...signalDelayKernels,
  ...signalEnergyKernels,
  ...signalFftAutoScaleKernels,
  ...signalFilterBankKernels,
  ...signalFilterBankLogKernels,
  ...signalFilterBankSpectralSubtractionKernels,
  ...signalFilterBankSquareRootKernels,
  ...signalFramerKernels,
  ...signalIrfftKernels,
  ...signalOverlapAddKernels,
  ...signalPcanKernels,
  ...signalRfftKernels,
  ...signalStackerKernels,
  ...signalWindowKernels,
  ...sinKernels,
  ...sliceKernels,
  ...softmaxKernels,
  ...spaceToBatchNdKernels,
  ...spaceToDepthKernels,
  ...splitKernels,
  ...splitVKernels,
  ...sqrtKernels,
  ...squaredDifferenceKernels,
  ...squareKernels,
  ...squeezeKernels,
  ...stridedSliceKernels,
  ...subKernels,
  ...sumKernels,
  ...svdfKernels,
  ...tanhKernels,
  ...tflmDecodeKernels,
  ...transposeConvKernels,
  ...transposeKernels,
  ...unidirectionalSequenceLstmKernels,
  ...unpackKernels,
  ...varHandleKernels,
  ...whileKernels,
  ...zerosLikeKernels,
];

/** The reference pack: the last word on what an operator computes, and the last in a resolver's order. */
export const reference: Pack = definePack({ id: "@thimble/kernels-reference", version: "0.1.0", kernels });

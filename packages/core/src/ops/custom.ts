/** The custom operators that TFLM brings. */

export { type CircularBufferParams, circularBuffer } from "./circular-buffer.ts";
export { type DetectionPostprocessParams, detectionPostprocess } from "./detection-postprocess.ts";
export type { FftParams } from "./shared/fft.ts";
export { type SignalDelayParams, signalDelay } from "./signal-delay.ts";
export { type SignalEnergyParams, signalEnergy } from "./signal-energy.ts";
export { signalFftAutoScale } from "./signal-fft-auto-scale.ts";
export { type SignalFilterBankParams, signalFilterBank } from "./signal-filter-bank.ts";
export { type SignalFilterBankLogParams, signalFilterBankLog } from "./signal-filter-bank-log.ts";
export {
  type SignalFilterBankSpectralSubtractionParams,
  type Smoothing,
  signalFilterBankSpectralSubtraction,
} from "./signal-filter-bank-spectral-subtraction.ts";
export { signalFilterBankSquareRoot } from "./signal-filter-bank-square-root.ts";
export { type SignalFramerParams, signalFramer } from "./signal-framer.ts";
export { signalIrfft } from "./signal-irfft.ts";
export { type SignalOverlapAddParams, signalOverlapAdd } from "./signal-overlap-add.ts";
export { type SignalPcanParams, signalPcan } from "./signal-pcan.ts";
export { signalRfft } from "./signal-rfft.ts";
export { type SignalStackerParams, signalStacker } from "./signal-stacker.ts";
export { type SignalWindowParams, signalWindow } from "./signal-window.ts";
export {
  DECODE_TABLE_OFFSET,
  type DecodeChannels,
  type DecodeHuffman,
  type DecodeLut,
  type DecodePrune,
  type DecodeStream,
  type TflmDecodeParams,
  tflmDecode,
} from "./tflm-decode.ts";

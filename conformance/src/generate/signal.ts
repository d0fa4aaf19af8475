import type { TensorType } from "@thimble/schema";
import fc from "fast-check";
import { flexMap } from "./flex-map.ts";
import type { GeneratedTensor } from "./graph.ts";
import { constant, extent, int32s, seed, smallExtent } from "./pieces.ts";
import type { SingleOperator } from "./single-operator.ts";

/** The signal library: what a microphone's samples go through before a model sees them. Nothing is quantized. */

const tensor = (type: TensorType, ...shape: number[]): GeneratedTensor => ({ type, shape });

const int16s = (values: readonly number[]): GeneratedTensor => ({
  type: "int16",
  shape: [values.length],
  data: new Uint8Array(Int16Array.from(values).buffer),
});

const shift = fc.integer({ min: 0, max: 15 });

const few = fc.integer({ min: 1, max: 3 });

const delay: fc.Arbitrary<SingleOperator> = fc
  .record({ signals: few, frame: extent, delay: fc.nat({ max: 20 }) })
  .map(({ signals, frame, delay }) => ({
    operator: "SignalDelay",
    customOptions: flexMap({ delay_length: delay }),
    inputs: [tensor("int16", signals, frame)],
    outputs: [tensor("int16", signals, frame)],
  }));

const energy: fc.Arbitrary<SingleOperator> = extent.map((bins) => ({
  operator: "SignalEnergy",
  customOptions: flexMap({ start_index: 0, end_index: bins }),
  inputs: [tensor("int16", 2 * bins)],
  outputs: [tensor("uint32", bins)],
}));

const fftAutoScale: fc.Arbitrary<SingleOperator> = fc.tuple(extent, fc.nat({ max: 3 })).map(([samples, more]) => ({
  operator: "SignalFftAutoScale",
  customOptions: flexMap({}),
  inputs: [tensor("int16", samples + more)],
  outputs: [tensor("int16", samples), tensor("int32")],
}));

/** Channels with weights of their own, anywhere in the spectrum. One more stands in front, whose sum is dropped. */
const filterBank: fc.Arbitrary<SingleOperator> = fc
  .record({
    bins: fc.integer({ min: 8, max: 40 }),
    bands: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 7 })), { minLength: 2, maxLength: 9 }),
    seed,
  })
  .map(({ bins, bands, seed }) => {
    const widths = bands.map(([, width]) => width);
    const starts = bands.map(([at, width]) => at % (bins - width));
    const offsets = widths.map((_, i) => widths.slice(0, i).reduce((sum, width) => sum + width, 0));
    const weights = widths.reduce((sum, width) => sum + width, 0);
    const channels = bands.length - 1;
    return {
      operator: "SignalFilterBank",
      customOptions: flexMap({ num_channels: channels }),
      inputs: [
        tensor("uint32", bins),
        constant("int16", [weights], seed),
        constant("int16", [weights], seed + 1),
        int16s(starts),
        int16s(offsets),
        int16s(widths),
      ],
      outputs: [tensor("uint64", channels)],
    };
  });

const filterBankLog: fc.Arbitrary<SingleOperator> = fc
  .record({ channels: extent, scale: fc.constantFrom(1, 7, 64, 1600), bits: fc.nat({ max: 4 }) })
  .map(({ channels, scale, bits }) => ({
    operator: "SignalFilterBankLog",
    customOptions: flexMap({ output_scale: scale, input_correction_bits: bits }),
    inputs: [tensor("uint32", channels)],
    outputs: [tensor("int16", channels)],
  }));

const UNITS = 14;

const part = fc.integer({ min: 0, max: 2 ** UNITS });

const spectralSubtraction: fc.Arbitrary<SingleOperator> = fc
  .record({ channels: extent, even: part, odd: part, rest: part, clamping: fc.boolean(), bits: fc.nat({ max: 10 }) })
  .map(({ channels, even, odd, rest, clamping, bits }) => ({
    operator: "SignalFilterBankSpectralSubtraction",
    customOptions: flexMap({
      num_channels: channels,
      smoothing: even,
      one_minus_smoothing: 2 ** UNITS - even,
      alternate_smoothing: odd,
      alternate_one_minus_smoothing: 2 ** UNITS - odd,
      min_signal_remaining: rest,
      clamping,
      smoothing_bits: bits,
      spectral_subtraction_bits: UNITS,
    }),
    inputs: [tensor("uint32", channels)],
    outputs: [tensor("uint32", channels), tensor("uint32", channels)],
  }));

const squareRoot: fc.Arbitrary<SingleOperator> = fc.tuple(extent, shift).map(([channels, bits]) => ({
  operator: "SignalFilterBankSquareRoot",
  customOptions: flexMap({}),
  inputs: [tensor("uint64", channels), int32s([bits], [])],
  outputs: [tensor("uint32", channels)],
}));

const framer: fc.Arbitrary<SingleOperator> = fc
  .record({ signals: few, frames: few, step: smallExtent, more: fc.nat({ max: 12 }), prefill: fc.boolean() })
  .map(({ signals, frames, step, more, prefill }) => ({
    operator: "SignalFramer",
    customOptions: flexMap({ frame_size: step + more, frame_step: step, prefill }),
    inputs: [tensor("int16", signals, frames * step)],
    outputs: [tensor("int16", signals, frames, step + more), tensor("bool")],
  }));

const overlapAdd = (type: TensorType): fc.Arbitrary<SingleOperator> =>
  fc
    .record({ signals: few, frames: few, step: smallExtent, more: fc.nat({ max: 12 }) })
    .map(({ signals, frames, step, more }) => ({
      operator: "SignalOverlapAdd",
      customOptions: flexMap({ frame_step: step }),
      inputs: [{ ...tensor(type, signals, frames, step + more), hints: { isFinite: true } }],
      outputs: [tensor(type, signals, frames * step)],
    }));

const GAINS = 125;

const pcan: fc.Arbitrary<SingleOperator> = fc
  .record({ channels: extent, shift, seed })
  .map(({ channels, shift, seed }) => ({
    operator: "SignalPCAN",
    customOptions: flexMap({ snr_shift: shift }),
    inputs: [tensor("uint32", channels), tensor("uint32", channels), constant("int16", [GAINS], seed)],
    outputs: [tensor("uint32", channels)],
  }));

const stacker: fc.Arbitrary<SingleOperator> = fc
  .record({ channels: extent, left: fc.nat({ max: 3 }), right: fc.nat({ max: 3 }), step: fc.nat({ max: 6 }) })
  .map(({ channels, left, right, step }) => ({
    operator: "SignalStacker",
    customOptions: flexMap({
      num_channels: channels,
      stacker_left_context: left,
      stacker_right_context: right,
      stacker_step: 1 + (step % (left + 1 + right)),
    }),
    inputs: [tensor("int16", channels)],
    outputs: [tensor("int16", channels * (left + 1 + right)), tensor("bool")],
  }));

const window: fc.Arbitrary<SingleOperator> = fc.record({ signals: few, samples: extent, shift, seed }).map((spec) => ({
  operator: "SignalWindow",
  customOptions: flexMap({ shift: spec.shift }),
  inputs: [tensor("int16", spec.signals, spec.samples), constant("int16", [spec.samples], spec.seed)],
  outputs: [tensor("int16", spec.signals, spec.samples)],
}));

/** Lengths with all kinds of stages: powers of two, and products with 3 and 5. */
const LENGTHS = [2, 4, 8, 16, 30, 32, 48, 64] as const;

/** SignalRfft, of signals that may be shorter than the transform, or SignalIrfft. */
export const fft = (operator: "SignalRfft" | "SignalIrfft", type: TensorType): fc.Arbitrary<SingleOperator> =>
  fc.record({ signals: few, length: fc.constantFrom(...LENGTHS), missing: fc.nat({ max: 3 }) }).map((spec) => {
    const { signals, length, missing } = spec;
    const spectrum = tensor(type, signals, length + 2);
    const isForward = operator === "SignalRfft";
    const input = isForward ? tensor(type, signals, Math.max(1, length - missing)) : spectrum;
    return {
      operator,
      customOptions: flexMap({ fft_length: length }),
      inputs: [{ ...input, hints: { isFinite: true } }],
      outputs: [isForward ? spectrum : tensor(type, signals, length)],
    };
  });

/** The operators of the library but for the transforms, each with the type in the names of its kernels. */
export const signalLibrary: readonly (readonly [
  operator: string,
  types: string,
  models: fc.Arbitrary<SingleOperator>,
])[] = [
  ["SignalDelay", "s16", delay],
  ["SignalEnergy", "s16", energy],
  ["SignalFftAutoScale", "s16", fftAutoScale],
  ["SignalFilterBank", "u32", filterBank],
  ["SignalFilterBankLog", "u32", filterBankLog],
  ["SignalFilterBankSpectralSubtraction", "u32", spectralSubtraction],
  ["SignalFilterBankSquareRoot", "u64", squareRoot],
  ["SignalFramer", "s16", framer],
  ["SignalOverlapAdd", "s16", overlapAdd("int16")],
  ["SignalOverlapAdd", "f32", overlapAdd("float32")],
  ["SignalPCAN", "u32", pcan],
  ["SignalStacker", "s16", stacker],
  ["SignalWindow", "s16", window],
];

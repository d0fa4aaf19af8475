import wavefile from "wavefile";
import { decodeOrExplain } from "./decode-or-explain.ts";
import type { InputFile } from "./input-file.ts";

/** A recording of one channel. */
export interface Sound {
  /** How a sample is stored: `"16"` for 16-bit integers, `"32f"` for floats. */
  readonly bitDepth: string;
  /** Samples a second. */
  readonly sampleRate: number;
  /** Samples in [-1, 1). */
  readonly samples: Float64Array;
}

/** What is subtracted from a sample and what it is divided by, to make it real. */
const SCALES: Readonly<Record<string, readonly [offset: number, divisor: number]>> = {
  "8": [128, 2 ** 7],
  "16": [0, 2 ** 15],
  "24": [0, 2 ** 23],
  "32": [0, 2 ** 31],
  "32f": [0, 1],
  "64": [0, 1],
};

/** Decodes a WAV file of one channel, in PCM or floats. */
export const decodeWav = (file: InputFile): Sound =>
  decodeOrExplain("WAV", file, () => {
    const wav = new wavefile.WaveFile(file.bytes);
    const { bitDepth } = wav;
    const { numChannels, sampleRate } = wav.fmt as { readonly numChannels: number; readonly sampleRate: number };
    if (numChannels !== 1) throw new Error(`it has ${numChannels} channels; mix it down to one`);
    const scale = SCALES[bitDepth];
    if (!scale) throw new Error(`its samples are of kind ${bitDepth}; save it as 16-bit PCM`);
    const [offset, divisor] = scale;
    return { bitDepth, sampleRate, samples: wav.getSamples(false).map((sample) => (sample - offset) / divisor) };
  });

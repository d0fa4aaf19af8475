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

/** The kinds of samples that each format may have, by its number in the file. */
const FORMATS: Readonly<Record<number, readonly string[]>> = {
  1: ["8", "16", "24", "32"],
  3: ["32f", "64"],
  65534: ["8", "16", "24", "32"],
};

interface Format {
  readonly numChannels: number;
  readonly sampleRate: number;
  readonly audioFormat: number;
  /** What an extensible format (0xFFFE) extends, first of four words. */
  readonly subformat: readonly number[];
}

/** Decodes a WAV file of one channel, in PCM or floats. */
export const decodeWav = (file: InputFile): Sound =>
  decodeOrExplain("WAV", file, () => {
    const wav = new wavefile.WaveFile(file.bytes);
    const { bitDepth } = wav;
    const { numChannels, sampleRate, audioFormat, subformat } = wav.fmt as Format;
    if (numChannels !== 1) throw new Error(`it has ${numChannels} channels; mix it down to one`);
    requireFormat(audioFormat, subformat, bitDepth);
    const [offset, divisor] = SCALES[bitDepth]!;
    return { bitDepth, sampleRate, samples: wav.getSamples(false).map((sample) => (sample - offset) / divisor) };
  });

/** The library reads the bytes of any format as samples. */
function requireFormat(format: number, [subformat]: readonly number[], bitDepth: string): void {
  const name = `0x${format.toString(16)}`;
  const kinds = FORMATS[format];
  if (!kinds) throw new Error(`its format is ${name}; save it as 16-bit PCM`);
  if (!kinds.includes(bitDepth))
    throw new Error(`its samples are of kind ${bitDepth} in format ${name}; save it as 16-bit PCM`);
  if (format === 0xfffe && subformat !== 1)
    throw new Error(`its format is ${name} of kind ${subformat}; save it as 16-bit PCM`);
}

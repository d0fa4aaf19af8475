/** Samples a second of the sound that the models know. */
export const SAMPLE_RATE = 16_000;

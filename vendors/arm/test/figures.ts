/** The cores that whole models run on here: one of each tier. */
export const cores: readonly string[] = ["cortex-m3", "cortex-m4", "cortex-m55"];

/**
 * Instructions an inference that TensorFlow Lite Micro takes on the same cores, counted in the same way (gcc 12.2 -O2):
 * with CMSIS-NN; on the M55, where this pack does not beat that yet, with its reference kernels.
 */
export const figures: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "cortex-m3": {
    hello_world_int8: 3_750,
    keyword_scrambled_8bit: 146_597,
    micro_speech_quantized: 1_512_534,
    ad01_int8: 956_104,
    kws_ref_model: 10_533_293,
    person_detect: 30_327_408,
    vww_96_int8: 31_959_420,
    pretrainedResnet_quant: 41_848_514,
  },
  "cortex-m4": {
    hello_world_int8: 3_574,
    keyword_scrambled_8bit: 120_494,
    micro_speech_quantized: 1_495_421,
    ad01_int8: 583_104,
    kws_ref_model: 7_698_516,
    person_detect: 22_928_821,
    vww_96_int8: 24_102_337,
    pretrainedResnet_quant: 29_864_444,
  },
  "cortex-m55": {
    hello_world_int8: 5_171,
    keyword_scrambled_8bit: 250_774,
    micro_speech_quantized: 9_843_216,
    ad01_int8: 1_697_702,
    kws_ref_model: 42_136_850,
    person_detect: 92_166_733,
    vww_96_int8: 96_376_896,
    pretrainedResnet_quant: 97_658_317,
  },
};

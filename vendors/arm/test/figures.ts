/** The cores that whole models run on here: one of each tier. */
export const cores: readonly string[] = ["cortex-m3", "cortex-m4", "cortex-m55"];

/**
 * Instructions an inference that TensorFlow Lite Micro takes with CMSIS-NN on the same cores, counted in the same way: gcc
 * 12.2 -O2; on the M55 the best of gcc and clang.
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
    hello_world_int8: 1_858,
    keyword_scrambled_8bit: 29_193,
    micro_speech_quantized: 837_287,
    ad01_int8: 63_582,
    kws_ref_model: 1_784_774,
    person_detect: 6_383_652,
    vww_96_int8: 6_433_918,
    pretrainedResnet_quant: 4_743_176,
  },
};

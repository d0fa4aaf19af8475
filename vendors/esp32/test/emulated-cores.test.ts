import { fileURLToPath } from "node:url";
import { runConformance } from "@thimble/conformance/vitest";
import { testModelsOnCore } from "@thimble/goldens/cores";

const pack = fileURLToPath(new URL("..", import.meta.url));

/** The ESP32-C3's instruction set: its counts are held to ESP-NN's. */
const C3 = "rv32imc";

/**
 * Most instructions of one invoke: 0.8 of what TensorFlow Lite Micro takes on the same core with ESP-NN's C kernels, whose
 * counts are the second factors.
 */
const MOST_INSTRUCTIONS: Readonly<Record<string, number>> = {
  hello_world_int8: 0.8 * 5_586,
  keyword_scrambled_8bit: 0.8 * 270_414,
  micro_speech_quantized: 0.8 * 1_799_893,
  ad01_int8: 0.8 * 2_454_005,
  kws_ref_model: 0.8 * 25_826_772,
  person_detect: 0.8 * 58_655_991,
  vww_96_int8: 0.8 * 65_262_398,
  pretrainedResnet_quant: 0.8 * 96_412_785,
};

/** The core with MAC16, which the ESP32's LX6 has, and what the plain tier's loops take there. */
const LX6 = "xtensa-mac16";

const PLAIN: Readonly<Record<string, number>> = {
  ad01_int8: 1_679_572,
  kws_ref_model: 21_735_856,
  micro_speech_quantized: 2_641_328,
  person_detect: 60_661_418,
  pretrainedResnet_quant: 90_425_161,
};

await runConformance({
  pack,
  targets: [C3, "xtensa-lx106", LX6],
  // The pack's own kernels' operators; `thimble conform . --target NAME` runs all.
  operators: ["conv_2d", "depthwise_conv_2d", "fully_connected", "svdf"],
  runs: 2,
});

testModelsOnCore(pack, C3, MOST_INSTRUCTIONS);
testModelsOnCore(pack, LX6, PLAIN);

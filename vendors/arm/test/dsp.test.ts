import { testInstructions } from "./compare-instructions.ts";

testInstructions({
  core: "cortex-m4",
  compiler: "gcc",
  folder: "dsp",
  instructions: [
    "SMLAD",
    "SMLABB",
    "SMLABT",
    "SMLATB",
    "SXTB16",
    "SXTB16 ROR 8",
    "PKHBT",
    "PKHTB",
    "SSUB8 and SEL of the greater",
    "SSUB8 and SEL of the smaller",
    "SMMULR",
    "SXTAB16",
    "SXTAB16 ROR 8",
    "SMLATT",
    "SMMLA",
  ],
});

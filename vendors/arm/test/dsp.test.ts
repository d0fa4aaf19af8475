import { testInstructions } from "./compare-instructions.ts";

testInstructions({
  core: "cortex-m4",
  compiler: "gcc",
  folder: "dsp",
  instructions: ["SMLAD", "SMLABB", "SMLABT", "SMLATB", "SXTB16", "SXTB16 ROR 8", "PKHBT", "PKHTB", "SMMULR"],
});

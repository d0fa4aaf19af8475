import { fileURLToPath } from "node:url";
import { testInstructions } from "@thimble/goldens/instructions";

const pathOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

testInstructions({
  core: "cortex-m4",
  compiler: "gcc",
  pack: pathOf("./dsp"),
  headers: pathOf("../kernels/shared"),
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

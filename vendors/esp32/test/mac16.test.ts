import { fileURLToPath } from "node:url";
import { testInstructions } from "@thimble/goldens/instructions";

const pathOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const HALVES = ["LL", "HL", "LH", "HH"];

testInstructions({
  core: "xtensa-mac16",
  compiler: "gcc",
  pack: pathOf("./mac16"),
  headers: pathOf("../kernels/mac16"),
  instructions: [
    ...HALVES.map((halves) => `MULA.DD.${halves}`),
    ...["m1 and m3", "m0 and m2"].flatMap((loaded) => HALVES.map((halves) => `MULA.DD.${halves}.LDINC of ${loaded}`)),
    ...HALVES.map((halves) => `MULA.AA.${halves}`),
    "LOOPNEZ",
    "LDINC",
  ],
});

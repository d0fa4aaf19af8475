import { runConformance } from "@thimble/conformance/vitest";

const runs = Number(process.env.FUZZ_RUNS ?? 10);

/** The operators that have kernels of their own: the twin of cores with Helium, whose meaning is in plain C. */
const operators = [
  "add",
  "average_pool_2d",
  "conv_2d",
  "depthwise_conv_2d",
  "fully_connected",
  "max_pool_2d",
  "mul",
  "svdf",
];

await runConformance({ pack: new URL("../dist/kernels.mve.wasm", import.meta.url), operators, runs });

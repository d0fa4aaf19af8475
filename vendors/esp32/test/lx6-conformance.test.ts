import { runConformance } from "@thimble/conformance/vitest";

const runs = Number(process.env.FUZZ_RUNS ?? 10);

/** The operators that have kernels of their own: the twin of the ESP32's LX6, whose instructions' meaning is in plain C. */
const operators = ["conv_2d", "depthwise_conv_2d", "fully_connected", "svdf"];

await runConformance({ pack: new URL("../dist/index.js#lx6", import.meta.url), operators, runs });

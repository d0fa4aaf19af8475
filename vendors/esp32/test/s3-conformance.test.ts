import { runConformance } from "@thimble/conformance/vitest";

const runs = Number(process.env.FUZZ_RUNS ?? 10);

/** The operators that have kernels of their own: the ESP32-S3's vectors, whose meaning is in plain C. */
const operators = ["add", "conv_2d", "depthwise_conv_2d", "fully_connected", "svdf", "average_pool_2d", "max_pool_2d"];

await runConformance({ pack: new URL("../dist/index.js#s3", import.meta.url), operators, runs });

import { runConformance } from "@thimble/conformance/vitest";

/** `FUZZ_RUNS=1500` makes it some hundred thousand random models. */
const runs = Number(process.env.FUZZ_RUNS ?? 10);

/** What the pack has kernels of its own for; those that it takes from another pack are held to the suite there, and by `npm run conform`. */
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

await runConformance({ pack: new URL("..", import.meta.url), operators, runs });

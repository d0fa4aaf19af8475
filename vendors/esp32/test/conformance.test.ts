import { runConformance } from "@thimble/conformance/vitest";

/** `FUZZ_RUNS=1500` makes it some hundred thousand random models. */
const runs = Number(process.env.FUZZ_RUNS ?? 10);

await runConformance({ pack: new URL("..", import.meta.url), runs });

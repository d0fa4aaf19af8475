import { runConformance } from "../src/vitest/run-conformance.ts";

await runConformance({ pack: new URL("../../packages/kernels-reference", import.meta.url) });

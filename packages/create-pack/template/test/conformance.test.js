import { runConformance } from "@thimble/conformance/vitest";

// Each case is a test. `runs` random models of each operator are made besides: a number from the environment finds more.
await runConformance({
  pack: new URL("..", import.meta.url),
  runs: Number(process.env.RUNS ?? 50),
});

import { runConformance } from "@thimble/conformance/vitest";

/** `FUZZ_RUNS=1500` makes it some hundred thousand random models. */
const runs = Number(process.env.FUZZ_RUNS ?? 10);

/** The cores have no HiFi: they run what the header says in plain C. */
await runConformance({ pack: new URL("..", import.meta.url), targets: ["xtensa-lx106", "xtensa-mac16"], runs });

import { runConformance } from "@thimble/conformance/vitest";
import { operators, runs } from "./operators.ts";

/** The twin of cores with the DSP extension, whose meaning is in plain C. */
await runConformance({ pack: new URL("../dist/index.js#dsp", import.meta.url), operators, runs });

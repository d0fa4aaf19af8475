import { runConformance } from "@thimble/conformance/vitest";
import { operators, runs } from "./operators.ts";

/** The twin of cores with Helium, whose meaning is in plain C. */
await runConformance({ pack: new URL("../dist/index.js#mve", import.meta.url), operators, runs });

import { runConformance } from "@thimble/conformance/vitest";
import { operators, runs } from "./operators.ts";

/** The pack in plain C. */
await runConformance({ pack: new URL("../dist/index.js", import.meta.url), operators, runs });

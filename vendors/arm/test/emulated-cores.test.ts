import { fileURLToPath } from "node:url";
import { runConformance } from "@thimble/conformance/vitest";
import { testModelsOnCore } from "@thimble/goldens/cores";
import { cores, figures } from "./figures.ts";

const pack = fileURLToPath(new URL("..", import.meta.url));

/** What runs on every core here; `thimble conform . --target NAME` runs all of it. */
await runConformance({ pack, targets: cores, operators: ["depthwise_conv_2d", "fully_connected"], runs: 2 });

for (const core of cores) testModelsOnCore(pack, core, figures[core]);

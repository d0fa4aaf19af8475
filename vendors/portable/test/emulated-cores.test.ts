import { fileURLToPath } from "node:url";
import { runConformance } from "@thimble/conformance/vitest";
import { targets } from "@thimble/devices";
import { testModelsOnCore } from "@thimble/goldens/cores";

const pack = fileURLToPath(new URL("..", import.meta.url));
const cores = targets.map(({ name }) => name);

/** What runs on every core here; `thimble conform . --target NAME` runs all of it. */
await runConformance({ pack, targets: cores, operators: ["fully_connected", "softmax", "add"], runs: 2 });

for (const core of cores) testModelsOnCore(pack, core);

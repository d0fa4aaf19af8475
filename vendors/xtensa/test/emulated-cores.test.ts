import { fileURLToPath } from "node:url";
import { runSuite } from "@thimble/conformance/suite";
import { obstacleTo, targetNamed } from "@thimble/devices";
import { describe, expect, test } from "vitest";

const directory = fileURLToPath(new URL("..", import.meta.url));

describe.each(["xtensa-lx106", "xtensa-mac16"])("on %s, which has no HiFi", (name) => {
  const obstacle = obstacleTo(targetNamed(name));
  test.skipIf(obstacle !== undefined)(
    obstacle === undefined ? "conforms" : `conforms (skipped: ${obstacle})`,
    async () => {
      const report = await runSuite({ pack: directory, targets: [name], runs: 2 });
      expect(report.targets).toMatchObject([{ target: name, verdict: "passed", failures: [], problems: [] }]);
    },
    1_800_000,
  );
});

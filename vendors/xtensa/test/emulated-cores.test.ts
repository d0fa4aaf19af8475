import { fileURLToPath } from "node:url";
import { runSuite } from "@thimble/conformance/suite";
import { obstacleTo, targetNamed } from "@thimble/devices";
import { expect, test } from "vitest";

const directory = fileURLToPath(new URL("..", import.meta.url));

/** The same C, with the header's plain side, on cores that have no HiFi. */
test.each(["xtensa-lx106", "xtensa-mac16"].map((name) => ({ name, obstacle: obstacleTo(targetNamed(name)) })))(
  "conforms on $name, or is skipped with what is missing",
  async ({ name, obstacle }, { skip }) => {
    if (obstacle !== undefined) skip(obstacle);
    const report = await runSuite({ pack: directory, targets: [name], runs: 2 });
    expect(report.targets).toMatchObject([{ target: name, verdict: "passed", failures: [], problems: [] }]);
  },
  600_000,
);

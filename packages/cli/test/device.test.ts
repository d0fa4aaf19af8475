import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { obstacleTo, targetNamed } from "@thimble/devices";
import { describe, expect, test } from "vitest";
import { buildPackage, negModelFile } from "./device-pack.ts";
import { makeFolder, runCli, runJson } from "./run-cli.ts";

const wrongPack = fileURLToPath(new URL("../../../conformance/test/fixtures/wrong-pack.js", import.meta.url));

const obstacle = obstacleTo(targetNamed("cortex-m4"));

describe.skipIf(obstacle !== undefined)(`on a Cortex-M4${obstacle ? ` (skipped: ${obstacle})` : ""}`, () => {
  test("device --json gives the instructions of each node and the bytes of text", async () => {
    const [model, pack] = [negModelFile(9), await buildPackage()];
    const report = await runJson("device", model, "--pack", pack, "--target", "cortex-m4");
    expect(report).toMatchObject({
      command: "device",
      model,
      pack: "@acme/neg@1.0.0",
      target: "cortex-m4",
      isRepeatable: true,
      isSame: true,
      nodes: [{ index: 0, operator: "NEG", kernel: "neg_f32", share: 1, macs: 0 }],
    });
    expect(report.nodes[0].instructions).toBe(report.instructions);
    expect(report.instructions).toBeGreaterThan(4 * 9);
    expect(report.textBytes.model).toBe(report.textBytes.pack);
  });

  test("device shows what the model takes", async () => {
    const { exitCode, stdout } = await runCli(
      ...["device", negModelFile(9), "--pack", await buildPackage(), "--target", "cortex-m4"],
    );
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /instructions {2}[\d,]+ an invoke, the same again\n {2}outputs +the bytes that the pack gives/,
    );
    expect(stdout).toMatch(/NEG +neg_f32 +[\d,]+ +100\.0 %/);
  });

  test("conform --target puts the core's findings into every form of the report", async () => {
    const folder = makeFolder();
    const { exitCode, stdout } = await runCli(
      ...["conform", await buildPackage(), "--ops", "neg", "--runs", "2", "--threads", "1"],
      ...["--target", "cortex-m4", "--report", folder],
    );
    expect(stdout).toMatch(/✓ passed {2}cortex-m4 {2}[\d,]+ cases passed, 0 failed, 6 random models/);
    expect(exitCode).toBe(0);
    const { targets } = JSON.parse(readFileSync(join(folder, "report.json"), "utf8"));
    expect(targets).toMatchObject([{ target: "cortex-m4", verdict: "passed", problems: [], failures: [] }]);
    expect(targets[0].kernels[0].instructions.count).toBeGreaterThan(10);
    expect(targets[0].kernels[0].checks.matches.failed).toBe(0);
    expect(readFileSync(join(folder, "report.html"), "utf8")).toContain('<h2 id="targets">');
    expect(readFileSync(join(folder, "junit.xml"), "utf8")).toContain('name="cortex-m4 as a whole"');
  });
});

test.each([
  [["device", "model.tflite"], 2, "device needs --pack and --target"],
  [["conform", wrongPack, "--target", "cortex-m4", "--shard", "1/2"], 3, "a shard has no targets"],
  [["conform", wrongPack, "--target", "cortex-m4"], 3, "conformance/package.json does not say what to build"],
  [["device", "no.tflite", "--pack", ".", "--target", "cortex-m4"], 2, "no.tflite"],
])("%j is refused", async (argv, code, message) => {
  const { exitCode, stderr } = await runCli(...argv);
  expect(stderr).toContain(message);
  expect(exitCode).toBe(code);
});

import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runCli, runJson } from "./run-cli.ts";

const module = fileURLToPath(new URL("../../core/test/fixtures/pack-abi-1.0.wasm", import.meta.url));

test("pack check lists the kernels of a module", async () => {
  const { exitCode, stdout } = await runCli("pack", "check", module);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/@acme\/sample@1\.2\.3, 12 kernels, [\d,]+ bytes/);
  expect(stdout).toMatch(/neg_f32 +NEG +float32 -> float32\n/);
});

test("pack check --json gives what it lists", async () => {
  const { command, packs } = await runJson("pack", "check", module);
  expect(command).toBe("pack check");
  expect(packs[0]).toMatchObject({ file: module, id: "@acme/sample", version: "1.2.3" });
  expect(packs[0].kernels[0]).toEqual({ name: "neg_f32", operator: "NEG", types: "float32 -> float32" });
});

test("a module that is none is refused", async () => {
  const path = join(mkdtempSync(join(tmpdir(), "thimble-pack-")), "kernels.wasm");
  writeFileSync(path, "no module");
  const { exitCode, stderr } = await runCli("pack", "check", path);
  expect(exitCode).toBe(3);
  expect(stderr).toContain("is no WebAssembly");
});

test.each([
  [["pack", "bake"], 'pack has no action "bake"; there are build and check'],
  [["pack", "check"], "pack check takes the modules to check"],
  [["pack", "build", "a", "b"], "pack build takes one folder"],
])("%j is a wrong command line", async (argv, message) => {
  const { exitCode, stderr } = await runCli(...argv);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(message);
});

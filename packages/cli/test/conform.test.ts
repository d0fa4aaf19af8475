import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { makeFolder, runCli } from "./run-cli.ts";

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../../conformance/test/fixtures/${name}`, import.meta.url));

const pack = fixture("wrong-pack.js");

const some = ["--ops", "relu", "--runs", "0", "--threads", "1"];

const read = (folder: string) => JSON.parse(readFileSync(join(folder, "report.json"), "utf8"));

test("conform writes the report's files, tells the first failures, and exits with 1", async () => {
  const folder = join(makeFolder(), "made", "anew");
  const { exitCode, stdout, stderr } = await runCli("conform", pack, ...some, "--report", folder);
  expect(exitCode).toBe(1);
  expect(stderr).toBe("");
  expect(readdirSync(folder).sort()).toEqual(["badge.svg", "junit.xml", "report.html", "report.json"]);
  expect(read(folder)).toMatchObject({ verdict: "failed", run: { only: "relu", runs: 0 } });
  expect(stdout).toContain("✗ failed  @acme/wrong@1.2.3");
  expect(stdout).toMatch(/✗ relu\/\S+ {2}relu_s8\n {2}matches: invoke 0: output 0/);
});

test("conform passes what is right, by the globs of its cases", async () => {
  const { exitCode, stdout } = await runCli(
    "conform",
    pack,
    "--cases",
    "relu/f32/channels-*",
    "--threads",
    "1",
    "--operators",
  );
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^operator +kernels +passed[\s\S]*✓ passed {2}@acme\/wrong@1\.2\.3/);
});

test("conform --json prints the report", async () => {
  const { stdout } = await runCli("conform", pack, "--cases", "relu/f32/channels-9", "--threads", "1", "--json");
  expect(JSON.parse(stdout)).toMatchObject({ version: 1, verdict: "passed", summary: { cases: 1, passed: 1 } });
});

test("conform --only-failed runs what failed before, and nothing where nothing did", async () => {
  const [failed, passed] = [makeFolder(), makeFolder()];
  await runCli("conform", pack, ...some, "--report", failed);
  await runCli("conform", pack, "--cases", "relu/f32/channels-9", "--threads", "1", "--report", passed);
  const again = await runCli("conform", pack, "--only-failed", join(failed, "report.json"), "--threads", "1", "--json");
  const ids = (failures: { id: string }[]): string[] => failures.map(({ id }) => id);
  expect(again.exitCode).toBe(1);
  expect(ids(JSON.parse(again.stdout).failures)).toEqual(ids(read(failed).failures));
  expect(JSON.parse(again.stdout).summary.passed).toBe(0);
  const none = await runCli("conform", pack, "--only-failed", join(passed, "report.json"));
  expect(none).toMatchObject({ exitCode: 0, stdout: `nothing failed in ${join(passed, "report.json")}\n` });
});

test("conform merge makes one report of shards in a folder", async () => {
  const [folder, whole] = [makeFolder(), makeFolder()];
  for (const shard of ["1/2", "2/2"])
    await runCli("conform", pack, ...some, "--shard", shard, "--report", join(folder, shard[0]!));
  await runCli("conform", pack, ...some, "--report", whole);
  const merged = await runCli("conform", "merge", folder, "--report", join(folder, "all"));
  expect(merged.exitCode).toBe(1);
  expect(read(join(folder, "all")).summary).toEqual(read(whole).summary);
  const missing = await runCli("conform", "merge", join(folder, "1"));
  expect(missing).toMatchObject({ exitCode: 3 });
  expect(missing.stderr).toContain("there is no report of shard 2/2");
});

test("conform verify holds a report against its pack", async () => {
  const folder = makeFolder();
  const path = join(folder, "report.json");
  await runCli("conform", pack, ...some, "--report", folder);
  const fair = await runCli("conform", "verify", path, pack, "--sample", "20", "--seed", "1");
  expect(fair).toMatchObject({ exitCode: 0, stdout: `✓ ${path} holds\nran 20 cases again, chosen by the seed 1\n` });
  writeFileSync(path, readFileSync(path, "utf8").replace('"verdict":"failed"', '"verdict":"passed"'));
  const forged = await runCli("conform", "verify", path, "--json");
  expect(forged.exitCode).toBe(1);
  expect(JSON.parse(forged.stdout).problems).toEqual(["verdict: the report says passed, its parts come to failed"]);
});

describe("conform refuses", () => {
  test.each([
    [2, ["conform", pack, "--shard", "3/2"], '--shard is "3/2", it must be I/N'],
    [2, ["conform", pack, "--sample", "3"], "--sample goes with conform verify only"],
    [2, ["conform", "merge", "x", "--ops", "relu"], "--ops does not go with conform merge"],
    [2, ["conform", "merge"], "conform merge takes the reports"],
    [2, ["conform", "verify"], "conform verify takes a report"],
    [2, ["conform", pack, "--only-failed", "x.json", "--ops", "relu"], "--only-failed says itself what runs"],
    [3, ["conform", pack, "--ops", "relux"], 'there is no operator "relux"'],
    [3, ["conform", pack, "--cases", "relu/slip"], 'there is no case "relu/slip"'],
    [3, ["conform", "@acme/nowhere"], 'no pack "@acme/nowhere"'],
    [3, ["conform", fixture("empty-pack.js")], "there is nothing to prove"],
  ])("with exit code %d: %j", async (code, argv, message) => {
    const { exitCode, stderr } = await runCli(...argv);
    expect(stderr).toContain(message);
    expect(exitCode).toBe(code);
  });
});

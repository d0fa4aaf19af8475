import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { arenaOf, echoModelFile } from "./models.ts";
import { makeFile, makeFolder, runCli, runJson } from "./run-cli.ts";

test("run --json gives a document with everything about the run", async () => {
  const model = echoModelFile({ scale: 0.5, zeroPoint: 1 });
  const file = makeFile("x.json", "[0, 1, 2, -1]");
  const { invokeMicroseconds, ...report } = await runJson("run", model, "--input", file, "--invocations", "3");
  expect(invokeMicroseconds).toBeGreaterThan(0);
  const quantization = { scale: [0.5], zeroPoint: [1], dimension: 0 };
  expect(report).toEqual({
    command: "run",
    model,
    packs: ["@thimble/kernels-reference@0.1.0"],
    status: "ok",
    invocations: 3,
    arena: arenaOf(32),
    inputs: [{ name: "input 0", type: "int8", shape: [1, 4], quantization, file }],
    outputs: [
      { name: "output 0", type: "int8", shape: [1, 4], quantization, values: [0, 1, 2, -1], stored: [1, 3, 5, -1] },
    ],
  });
});

test("run shows the largest five elements of a vector", async () => {
  const model = echoModelFile({ shape: [1, 6], scale: 0.5 });
  const { exitCode, stdout } = await runCli("run", model, "--input", makeFile("x.json", "[1, 5, 3, 2, 6, 4]"));
  expect(exitCode).toBe(0);
  expect(stdout.split("\n").slice(0, 8)).toEqual([
    'output 0  "output 0"  int8 [1, 6]  0.5 × q',
    "  index  value  stored",
    "      4      6      12",
    "      1      5      10",
    "      5      4       8",
    "      2      3       6",
    "      3      2       4",
    "  … 1 more element",
  ]);
});

test("run shows the range and the first elements of other tensors", async () => {
  const model = echoModelFile({ type: "float32", shape: [2, 3] });
  const { stdout } = await runCli("run", model, "--input", makeFile("x.json", "[[1, -5, 3], [2, 6, 4]]"));
  expect(stdout).toContain("  from -5 to 6\n  index  value\n      0      1\n      1     -5\n");
});

test("run --out writes each output's bytes and leaves nothing else", async () => {
  const folder = join(makeFolder(), "deep", "results");
  const input = makeFile("x.bin", Uint8Array.of(1, 2, 3, 4));
  await runCli("run", echoModelFile({}, { type: "uint8" }), "--input", input, "--input", input, "--out", folder);
  expect(readdirSync(folder).sort()).toEqual(["0.bin", "1.bin"]);
  expect([...readFileSync(join(folder, "1.bin"))]).toEqual([1, 2, 3, 4]);
});

test("run sets the inputs anew before each invocation", async () => {
  const model = echoModelFile({ type: "uint8" });
  const once = await runJson("run", model);
  const often = await runJson("run", model, "--invocations", "5");
  expect(often.outputs).toEqual(once.outputs);
});

test("run says that an invoke was aborted", async () => {
  const pack = makeFile(
    "lazy.mjs",
    `const operator = { name: "Mystery", maxVersion: 1, inputs: ["x"], outputs: ["y"], check() {} };
     export default { id: "lazy", version: "1.2.3", kernels: [{ name: "mystery", operator, types: "any -> any", invoke: () => 1 }] };`,
  );
  const model = echoModelFile({ mystery: true });
  const report = await runJson("run", model, "--pack", pack);
  expect(report).toMatchObject({ status: "aborted", packs: ["lazy@1.2.3", "@thimble/kernels-reference@0.1.0"] });
  expect((await runCli("run", model, "--pack", pack)).stdout).toContain("status  aborted");
});

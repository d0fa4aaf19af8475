import { expect, test } from "vitest";
import { arenaOf, echoModelFile } from "./models.ts";
import { runCli, runJson } from "./run-cli.ts";

test("inspect --json gives a document with everything about the model", async () => {
  const model = echoModelFile({ scale: 0.5, zeroPoint: 1 });
  const { bytes, ...report } = await runJson("inspect", model);
  expect(bytes).toBeGreaterThan(0);
  const tensor = { subgraph: 0, type: "int8", shape: [1, 4], bytes: 4 };
  const quantization = { scale: [0.5], zeroPoint: [1], dimension: 0 };
  expect(report).toEqual({
    command: "inspect",
    model,
    packs: ["@thimble/kernels-reference@0.1.0"],
    description: "echo",
    parameterBytes: 0,
    macs: 0,
    supported: true,
    problem: null,
    arena: arenaOf(32),
    operators: [{ operator: "RESHAPE", version: 1, count: 1, unsupported: 0, macs: 0 }],
    nodes: [
      {
        subgraph: 0,
        index: 0,
        operator: "RESHAPE",
        version: 1,
        inputs: [0],
        outputs: [1],
        kernel: "reshape_any",
        pack: "@thimble/kernels-reference@0.1.0",
        macs: 0,
        problem: null,
      },
    ],
    tensors: [
      { ...tensor, index: 0, name: "input 0", quantization, kind: "input" },
      { ...tensor, index: 1, name: "output 0", quantization, kind: "output" },
    ],
    metadata: [{ name: "notes", bytes: 3 }],
    signatures: [{ key: "echo", subgraph: 0, inputs: [{ name: "x", tensor: 0 }], outputs: [{ name: "y", tensor: 1 }] }],
  });
});

test("inspect succeeds for a model that cannot run, and says why once for all nodes", async () => {
  const model = echoModelFile({}, { mystery: true }, { mystery: true });
  const { exitCode, stdout } = await runCli("inspect", model);
  expect(exitCode).toBe(0);
  expect(stdout).toContain("2 nodes cannot run\nOPERATOR_UNSUPPORTED\n  1 Mystery, 2 Mystery:\n  no pack has a kernel");
  const report = await runJson("inspect", model);
  expect(report).toMatchObject({ supported: false, arena: null, problem: { code: "OPERATOR_UNSUPPORTED" } });
  expect(report.nodes.map(({ kernel }: { kernel: string | null }) => kernel)).toEqual(["reshape_any", null, null]);
});

test("inspect --plan shows where buffers lie", async () => {
  const { stdout } = await runCli("inspect", echoModelFile({}), "--plan");
  expect(stdout).toMatch(/arena\noptimal: 32 bytes for 2 buffers\n/);
});

test("inspect keeps its lines short, however long names are", async () => {
  const { stdout } = await runCli("inspect", echoModelFile({ shape: Array(20).fill(1) }, { mystery: true }));
  for (const line of stdout.split("\n")) if (!line.startsWith("model")) expect(line.length).toBeLessThanOrEqual(110);
});

test("inspect says which option allows an arena as large as the model needs", async () => {
  const { problem } = await runJson("inspect", echoModelFile({ shape: [1, 2 ** 30] }));
  expect(problem).toEqual({ code: "ARENA_TOO_LARGE", message: expect.stringMatching(/; run it with --arena \d+ if/) });
});

test("inspect --strict names the nodes that TensorFlow Lite Micro refuses", async () => {
  const model = echoModelFile({ type: "float32", shape: [1, 1, 1, 1, 1, 1, 4] });
  expect((await runJson("inspect", model)).supported).toBe(true);
  const { supported, nodes } = await runJson("inspect", model, "--strict");
  expect(supported).toBe(false);
  expect(nodes[0].problem.code).toBe("TFLM_REFUSED");
});

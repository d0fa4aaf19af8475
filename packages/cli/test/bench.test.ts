import { expect, test } from "vitest";
import { echoModelFile } from "./models.ts";
import { runCli, runJson } from "./run-cli.ts";

test("bench --json gives times of the model, its operators and its nodes", async () => {
  const model = echoModelFile({}, {});
  const report = await runJson("bench", model, "--seconds", "0.05");
  const times = { share: expect.any(Number), medianMicroseconds: expect.any(Number), macs: 0, mmacsPerSecond: null };
  const node = { subgraph: 0, operator: "RESHAPE", kernel: "reshape_any", calls: 1, ...times };
  const pack = "@thimble/kernels-reference@0.1.0";
  expect(report).toEqual({
    command: "bench",
    packs: [pack],
    seconds: 0.05,
    models: [
      {
        model,
        invoke: {
          samples: expect.any(Number),
          minMicroseconds: expect.any(Number),
          medianMicroseconds: expect.any(Number),
        },
        macs: 0,
        mmacsPerSecond: null,
        overheadNanosecondsPerNode: expect.any(Number),
        operators: [{ operator: "RESHAPE", ...times, calls: 2 }],
        nodes: [
          { ...node, pack, index: 0 },
          { ...node, pack, index: 1 },
        ],
      },
    ],
  });
  expect(report.models[0].invoke.samples).toBeGreaterThan(2);
  expect(report.models[0].operators[0].share).toBeCloseTo(1);
});

test("bench shows a table for each model", async () => {
  const model = echoModelFile({});
  const { exitCode, stdout } = await runCli("bench", model, model, "--seconds", "0.02");
  expect(exitCode).toBe(0);
  expect(stdout.match(/invoke {4}median [\d.]+ µs, min [\d.]+ µs/g)).toHaveLength(2);
  expect(stdout.match(/overhead {2}[\d.]+ ns a node, 1 node\n/g)).toHaveLength(2);
  expect(stdout).toMatch(/node +operator +kernel +calls +median µs +share +MACs +MMAC\/s\n/);
});

test("bench --against measures two sets of packs in turns", async () => {
  const model = echoModelFile({});
  const reference = "@thimble/kernels-reference";
  const report = await runJson("bench", model, "--seconds", "0.05", "--against", reference);
  const [{ invoke, operators }] = report.models;
  expect(report).toMatchObject({ packs: [`${reference}@0.1.0`], against: [`${reference}@0.1.0`] });
  expect(invoke.rounds).toBeGreaterThan(4);
  expect(invoke.speedupQuartiles[0]).toBeLessThanOrEqual(invoke.speedup);
  expect(operators).toEqual([
    {
      operator: "RESHAPE",
      calls: 1,
      medianMicroseconds: expect.any(Number),
      againstMicroseconds: expect.any(Number),
      speedup: expect.any(Number),
    },
  ]);
  const { stdout } = await runCli("bench", model, "--seconds", "0.02", "--against", reference);
  expect(stdout).toMatch(/invoke {2}[\d.]+ µs against [\d.]+ µs: [\d.]+ times faster/);
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { echoModelFile } from "./models.ts";
import { makeFolder, runCli, runJson } from "./run-cli.ts";

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

test("bench --csv writes a line for each node", async () => {
  const path = join(makeFolder(), "nodes.csv");
  const model = echoModelFile({}, {});
  await runCli("bench", model, "--seconds", "0.02", "--csv", path);
  const [titles, ...lines] = readFileSync(path, "utf8").trimEnd().split("\r\n");
  expect(titles).toBe("model,subgraph,index,operator,kernel,pack,calls,medianMicroseconds,share,macs,mmacsPerSecond");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(
    /echo\.tflite,0,1,RESHAPE,reshape_any,@thimble\/kernels-reference@[\d.]+,1,[\d.e-]+,[\d.e-]+,0,$/,
  );
});

test("bench --trace writes invokes with the nodes in them", async () => {
  const path = join(makeFolder(), "trace.json");
  const model = echoModelFile({}, {});
  await runCli("bench", model, "--seconds", "0.02", "--trace", path);
  const { traceEvents } = JSON.parse(readFileSync(path, "utf8"));
  const [name, ...events] = traceEvents;
  expect(name).toMatchObject({ ph: "M", name: "thread_name", args: { name: model } });
  const invokes = events.filter((event: { cat: string }) => event.cat === "invoke");
  const nodes = events.filter((event: { cat: string }) => event.cat === "node");
  expect([invokes.length, nodes.length]).toEqual([3, 6]);
  const [first] = invokes;
  for (const { ts, dur, args } of nodes.slice(0, 2)) {
    expect(ts).toBeGreaterThanOrEqual(first.ts);
    expect(ts + dur).toBeLessThanOrEqual(first.ts + first.dur);
    expect(args).toMatchObject({ kernel: "reshape_any", subgraph: 0 });
  }
});

test("bench --csv --against cannot be meant", async () => {
  const { exitCode, stderr } = await runCli("bench", echoModelFile({}), "--csv", "x", "--against", "y");
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/--csv and --trace are of one set of packs; leave out --against/);
});

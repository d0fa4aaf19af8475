import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { readModel } from "@thimble/schema";
import { describeModel, withOfflinePlan, writeModel } from "@thimble/schema/writer";
import { describe, expect, test } from "vitest";
import { main } from "../src/index.ts";
import { arenaOf, echoModelFile } from "./models.ts";
import { chainModelFile, scratchModelFile } from "./plan-models.ts";
import { makeFile, makeFolder, runCli, runJson } from "./run-cli.ts";

/** What is printed on a terminal of so many columns. */
async function printOn(columns: number, ...argv: string[]): Promise<string> {
  const stdout = Object.assign(new PassThrough(), { columns });
  await main(argv, { stdout, stderr: new PassThrough() });
  return (stdout.read() as Buffer).toString();
}

/** A model with a plan of its own. */
function plannedFile(model: string, offsets: readonly (number | undefined)[]): string {
  const description = describeModel(readModel(readFileSync(model)));
  return makeFile("planned.tflite", writeModel(withOfflinePlan(description, [offsets])));
}

const offsetsOf = ({ buffers }: { buffers: { name: string; offset: number }[] }) =>
  Object.fromEntries(buffers.map(({ name, offset }) => [name, offset]));

test("plan --json gives a document with everything about the plan", async () => {
  const model = chainModelFile();
  const tensor = { kind: "tensor", subgraph: 0, isFixed: false };
  expect(await runJson("plan", model)).toEqual({
    command: "plan",
    model,
    packs: ["@thimble/kernels-reference@0.1.0"],
    planner: "optimal",
    bytes: 96,
    lowerBound: 96,
    certificate: "optimal",
    peak: { bytes: 96, steps: [[3, 3]] },
    arena: arenaOf(96),
    limit: null,
    planners: [
      { planner: "optimal", bytes: 96, certificate: "optimal" },
      { planner: "greedy", bytes: 128, certificate: { gap: 32 } },
      { planner: "linear", bytes: 176, certificate: { gap: 80 } },
    ],
    buffers: [
      { ...tensor, name: "first", index: 0, bytes: 48, firstUse: 0, lastUse: 1, offset: 48 },
      { ...tensor, name: "second", index: 3, bytes: 32, firstUse: 1, lastUse: 2, offset: 0 },
      { ...tensor, name: "third", index: 4, bytes: 32, firstUse: 2, lastUse: 3, offset: 64 },
      { ...tensor, name: "<last> & 'least'", index: 5, bytes: 64, firstUse: 3, lastUse: 3, offset: 0 },
    ],
  });
});

test("plan draws time across and addresses up, and marks the size, the lower bound and the peak", async () => {
  const text = await printOn(40, "plan", chainModelFile(), "--planner", "greedy");
  const rows = (count: number, cells: string) => Array<string>(count).fill(`     │${cells}`);
  expect(text.slice(text.indexOf(" 128 ┌"), text.indexOf("\n\nplanner")).split("\n")).toEqual([
    " 128 ┌─────────────────────────── size",
    ...rows(4, "········BBBBBBBBBBBBBBBB········"),
    "  96 ├╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ lower bound",
    ...rows(3, "················CCCCCCCCCCCCCCCC"),
    "  64 ┤················CCCCCCCCCCCCCCCC",
    ...rows(2, "························DDDDDDDD"),
    ...rows(1, "AAAAAAAAAAAAAAAA········DDDDDDDD"),
    "  32 ┤AAAAAAAAAAAAAAAA········DDDDDDDD",
    ...rows(4, "AAAAAAAAAAAAAAAA········DDDDDDDD"),
    "   0 └────────────────────────────────",
    "step  0       1       2       3",
    "peak                          ^^^^^^^^",
  ]);
});

test.each([20, 40, 80, 200])("plan keeps within a terminal of %d columns", async (columns) => {
  const text = await printOn(columns, "plan", chainModelFile(), "--planner", "greedy");
  const picture = text.slice(text.indexOf("\n\n") + 2).split("\n\n")[0]!;
  for (const line of picture.split("\n")) expect(line.length).toBeLessThanOrEqual(Math.min(columns, 110));
});

test("plan lists buffers with their letters, sizes, uses and offsets", async () => {
  const { stdout } = await runCli("plan", chainModelFile());
  expect(stdout).toContain(
    [
      "   bytes  first use  last use  offset  name",
      "A     48          0         1      48  first",
      "B     32          1         2       0  second",
      "C     32          2         3      64  third",
      "D     64          3         3       0  <last> & 'least'",
    ].join("\n"),
  );
});

test("plan compares planners, and stars the one whose plan it shows", async () => {
  const { stdout } = await runCli("plan", chainModelFile(), "--planner", "linear");
  expect(stdout).toContain("planned  176 bytes by linear, 80 over the lower bound\n");
  expect(stdout).toContain(
    "optimal      96  no plan is smaller\ngreedy      128  32 over the lower bound\nlinear *    176",
  );
});

test("plan --target shows what the parts of the arena take", async () => {
  const { stdout } = await runCli("plan", scratchModelFile(), "--target");
  expect(stdout).toMatch(/persistent +\d+\nplanned +64\nscratch, planned +32\narena +\d+\n/);
  expect((await runCli("plan", scratchModelFile())).stdout).not.toContain("persistent");
});

test("plan shows scratch with strokes", async () => {
  const { stdout } = await runCli("plan", scratchModelFile());
  expect(stdout).toContain("B/B/B/B/B/");
});

describe("plan --limit", () => {
  test("exits with 1 where the arena takes more, with both numbers and the whole report", async () => {
    const model = chainModelFile();
    const { exitCode, stdout, stderr } = await runCli("plan", model, "--limit", "95");
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr: `thimble: ${model} needs an arena of 96 bytes, 1 byte more than the limit of 95 bytes\n`,
    });
    expect(stdout).toBe((await runCli("plan", model)).stdout);
  });

  test("exits with 0 where it does not", async () => {
    const { exitCode, stderr } = await runCli("plan", chainModelFile(), "--limit", "96");
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  });

  test("is in the document, too", async () => {
    const { exitCode, stdout } = await runCli("plan", chainModelFile(), "--limit", "0", "--json");
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout).limit).toEqual({ bytes: 0, isExceeded: true });
  });
});

describe("plan --emit", () => {
  test("writes a model that is laid out in the same way, with the same results", async () => {
    const [model, emitted] = [chainModelFile(), join(makeFolder(), "out.tflite")];
    const plan = await runJson("plan", model, "--emit", emitted);
    const back = await runJson("plan", emitted);
    expect(back.planner).toBe("offline");
    expect(offsetsOf(back)).toEqual(offsetsOf(plan));
    expect(back.buffers.every(({ isFixed }: { isFixed: boolean }) => isFixed)).toBe(true);
    const [before, after] = [await runJson("run", model), await runJson("run", emitted)];
    expect(after.outputs).toEqual(before.outputs);
  });

  test("takes the place of the plan that the model had, even in its own file", async () => {
    const model = chainModelFile();
    await runJson("plan", model, "--planner", "linear", "--emit", model);
    expect((await runJson("plan", model)).bytes).toBe(176);
    await runJson("plan", model, "--planner", "optimal", "--emit", model);
    expect((await runJson("plan", model)).bytes).toBe(96);
    expect(readModel(readFileSync(model)).metadata).toHaveLength(1);
  });

  test("keeps the tensors of every subgraph where they are", async () => {
    const cases = readFileSync(new URL("../../../conformance/cases/while/recorded.jsonl", import.meta.url), "utf8");
    const { model } = JSON.parse(cases.slice(0, cases.indexOf("\n")));
    const [file, emitted] = [makeFile("while.tflite", Buffer.from(model, "base64")), join(makeFolder(), "out.tflite")];
    const { buffers } = await runJson("plan", file, "--emit", emitted);
    expect(new Set(buffers.map(({ subgraph }: { subgraph: number }) => subgraph))).toEqual(new Set([0, 1, 2]));
    const fixed = buffers.map((buffer: object) => ({ ...buffer, isFixed: true }));
    expect((await runJson("plan", emitted)).buffers).toEqual(fixed);
  });

  test("leaves scratch to the interpreter", async () => {
    const emitted = join(makeFolder(), "out.tflite");
    await runJson("plan", scratchModelFile(), "--emit", emitted);
    const { buffers } = await runJson("plan", emitted);
    const kinds = buffers.map(({ kind, isFixed }: { kind: string; isFixed: boolean }) => [kind, isFixed]);
    expect(kinds.sort()).toEqual([
      ["scratch", false],
      ["tensor", true],
      ["tensor", true],
    ]);
  });
});

describe("plan with a model that carries a plan", () => {
  test("keeps it, fits the rest around it, and says which is which", async () => {
    const model = plannedFile(chainModelFile(), [64, undefined, undefined, 16, undefined, undefined]);
    const { planner, planners, buffers } = await runJson("plan", model);
    expect(planner).toBe("offline");
    expect(planners.map(({ planner }: { planner: string }) => planner)).toContain("offline");
    const fixed = buffers.filter(({ isFixed }: { isFixed: boolean }) => isFixed);
    expect(offsetsOf({ buffers: fixed })).toEqual({ first: 64, second: 16 });
    expect((await runCli("plan", model)).stdout).toContain("first (model's plan)");
  });

  test("knows no lower bound above the model's own plan, which may be tighter than others", async () => {
    const model = plannedFile(echoModelFile({}), [0, 4]);
    const { bytes, lowerBound, certificate } = await runJson("plan", model);
    expect({ bytes, lowerBound, certificate }).toEqual({ bytes: 16, lowerBound: 16, certificate: "optimal" });
  });

  test("plans anew where a planner is named", async () => {
    const model = plannedFile(chainModelFile(), [640, undefined, undefined, 16, undefined, undefined]);
    expect(await runJson("plan", model, "--planner", "optimal")).toMatchObject({ planner: "optimal", bytes: 96 });
  });

  test("exits with 3 where it cannot be kept, naming both tensors and the remedy", async () => {
    const model = plannedFile(chainModelFile(), [16, undefined, undefined, 0, undefined, undefined]);
    const { exitCode, stderr } = await runCli("plan", model);
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/^thimble: PLAN_INVALID: .*second at 0 to 32 and first at 16 to 64 .*--planner optimal/);
    expect((await runCli("plan", model, "--planner", "greedy")).exitCode).toBe(0);
  });
});

describe("plan refuses", () => {
  test.each<[string, (model: string) => string[], RegExp]>([
    ["no model", () => [], /the argument MODEL is missing/],
    ["a missing file", () => ["nowhere.tflite"], /cannot read nowhere.tflite: no such file or directory/],
    ["a limit that is none", (model) => [model, "--limit", "1k"], /--limit is "1k", it must be a number, 0 or more/],
    ["half a byte", (model) => [model, "--limit", "0.5"], /--limit is "0.5", it must be a whole number/],
    ["an unknown planner", (model) => [model, "--planner", "best"], /"best", .* greedy, linear, optimal, offline$/],
    ["offline where there is no plan", (model) => [model, "--planner", "offline"], /carries none/],
    ["an empty name for a file", (model) => [model, "--svg", ""], /cannot write/],
  ])("%s with exit code 2", async (_, argv, message) => {
    const { exitCode, stdout, stderr } = await runCli("plan", ...argv(chainModelFile()));
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr.trimEnd()).toMatch(message);
  });

  test.each([
    ["what is no model", () => makeFile("x.tflite", "no model"), /^thimble: MODEL_/],
    ["what no pack runs", () => echoModelFile({ mystery: true }), /^thimble: OPERATOR_UNSUPPORTED: /],
  ])("%s with exit code 3", async (_, file, message) => {
    const { exitCode, stderr } = await runCli("plan", file());
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(message);
  });

  test.each(["--svg", "--html", "--emit"])(
    "a file that cannot be written, and leaves none behind: %s",
    async (option) => {
      const folder = makeFolder();
      mkdirSync(join(folder, "taken"));
      writeFileSync(join(folder, "taken", "file"), "");
      const { exitCode, stderr } = await runCli("plan", chainModelFile(), option, join(folder, "taken"));
      expect(exitCode).toBe(2);
      expect(stderr).toMatch(/^thimble: cannot write .*taken: /);
      expect(readdirSync(folder)).toEqual(["taken"]);
    },
  );
});

test("plan --svg and --html write files that load nothing, with every tensor in them", async () => {
  const [folder, model] = [makeFolder(), chainModelFile("a&b")];
  await runCli("plan", model, "--svg", join(folder, "plan.svg"), "--html", join(folder, "plan.html"));
  const [html, svg] = ["plan.html", "plan.svg"].map((name) => readFileSync(join(folder, name), "utf8"));
  for (const text of [html!, svg!]) {
    for (const name of ["first", "second", "third", "&lt;last&gt; &amp; &#39;least&#39;"]) expect(text).toContain(name);
    expect(text).not.toContain("<last>");
    expect(text).not.toMatch(/<(link|img|iframe|script|use)\b|@import|url\((?!#hatch\))/);
  }
  expect(svg).toContain('<svg class="plan" xmlns="http://www.w3.org/2000/svg"');
  expect(html).toContain("<title>a&amp;b.tflite: memory plan</title>");
  expect(html).toContain("default-src &#39;none&#39;");
});

test("a model that plans nothing is shown, too", async () => {
  const empty = makeFile("empty.tflite", writeModel({ buffers: [{}], subgraphs: [{ name: "main" }] }));
  const svg = join(makeFolder(), "plan.svg");
  const { exitCode, stdout } = await runCli("plan", empty, "--svg", svg, "--html", `${svg}.html`);
  expect(exitCode).toBe(0);
  expect(stdout).toContain("nothing is planned");
  expect(existsSync(svg)).toBe(true);
  expect(readFileSync(svg, "utf8")).not.toMatch(/NaN|Infinity|undefined/);
});

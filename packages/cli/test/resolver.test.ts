import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Interpreter, type InterpreterOptions } from "@thimble/core";
import { hasShared, needsShared, readShared } from "@thimble/goldens";
import reference from "@thimble/kernels-reference";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";
import { chain } from "../../config/test/model.ts";
import { tflmMethod } from "../src/resolver/tflm-resolver.ts";
import { echoModelFile } from "./models.ts";
import { makeFile, runCli, runJson } from "./run-cli.ts";

const acme = fileURLToPath(new URL("../../config/test/fixtures/acme.mjs", import.meta.url));

const chainFile = (): string => makeFile("chain.tflite", chain());

const configFile = (config: object): string => makeFile("thimble.config.json", JSON.stringify(config));

describe("resolver --json says of each node", () => {
  test("which kernel it gets, and what became of the others", async () => {
    const config = configFile({
      packs: [{ pack: acme, exclude: ["TANH"] }],
      overrides: [
        { node: 2, pack: reference.id },
        { operator: "ADD", pack: reference.id },
      ],
    });
    const { models, idleOverrides } = await runJson("resolver", chainFile(), "--config", config);
    const [ours, theirs] = ["@acme/kernels@1.0.0", `${reference.id}@${reference.version}`];
    const [relu, logistic, second, tanh] = models[0].nodes;
    expect(relu).toMatchObject({
      operator: "RELU",
      name: "a",
      types: "float32 -> float32",
      kernel: "relu_f32",
      pack: ours,
    });
    expect(relu.candidates).toEqual([
      { pack: ours, kernel: "relu_f32", verdict: "chosen", reason: null },
      { pack: theirs, kernel: "relu_f32", verdict: "later", reason: null },
    ]);
    expect(logistic.candidates[0]).toMatchObject({ verdict: "declined", reason: "it is Monday" });
    expect(second.candidates).toEqual([
      { pack: ours, kernel: "relu_f32", verdict: "barred", reason: `overrides[0] gives the node to ${reference.id}` },
      { pack: theirs, kernel: "relu_f32", verdict: "chosen", reason: "by overrides[0]" },
    ]);
    expect(tanh.candidates[0]).toMatchObject({
      verdict: "barred",
      reason: "the configuration excludes TANH from the pack",
    });
    expect(idleOverrides).toEqual(["overrides[1]"]);
  });

  test("which operator nobody has a kernel for", async () => {
    const { exitCode, stdout } = await runCli("resolver", echoModelFile({ mystery: true }), "--json");
    expect(exitCode).toBe(3);
    const [node] = JSON.parse(stdout).models[0].nodes;
    expect(node).toMatchObject({ kernel: null, problem: { code: "OPERATOR_UNSUPPORTED" } });
    expect(node.candidates).toMatchObject([{ verdict: "operator", reason: "it has no kernel for Mystery" }]);
  });
});

test("resolver prints a table, and with --explain why other packs do not run a node", async () => {
  const plain = await runCli("resolver", chainFile(), "--pack", acme);
  expect(plain.stdout).toMatch(/ 1 +LOGISTIC +float32 -> float32 +logistic_f32 +@thimble\/kernels-reference@/);
  expect(plain.stdout).not.toContain("Monday");
  const { stdout } = await runCli("resolver", chainFile(), "--pack", acme, "--explain");
  expect(stdout).toContain("logistic_f32 of @acme/kernels@1.0.0 declines it: it is Monday");
});

/** Bundles an emitted module, as an application would. */
async function bundle(code: string): Promise<{ readonly size: number; readonly options: InterpreterOptions }> {
  const outfile = makeFile("kernels.mjs", "");
  const resolveDir = fileURLToPath(new URL(".", import.meta.url));
  const core = (file: string) => pathToFileURL(join(resolveDir, "../../core/dist", file)).href;
  const { metafile } = await build({
    stdin: { contents: code, resolveDir, loader: "ts" },
    bundle: true,
    format: "esm",
    minify: true,
    metafile: true,
    outfile,
    allowOverwrite: true,
    external: ["file:*"],
    alias: { "@thimble/core/custom": core("ops/custom.js"), "@thimble/core": core("index.js") },
  });
  const { kernelOptions } = await import(pathToFileURL(outfile).href);
  return { size: Object.values(metafile.outputs)[0]!.bytes, options: await kernelOptions() };
}

describe("--emit ts", () => {
  test("imports the kernels of a model and nothing else, and runs it the same", async () => {
    const model = chainFile();
    const { stdout } = await runCli("resolver", model, "--emit", "ts");
    expect(stdout).toContain('import { logisticF32, reluF32, tanhF32 } from "@thimble/kernels-reference";');
    const { options, size } = await bundle(stdout);
    const interpreter = await Interpreter.create(readFileSync(model), options);
    expect(interpreter.steps.map(({ kernel }) => kernel.name)).toEqual([
      "relu_f32",
      "logistic_f32",
      "relu_f32",
      "tanh_f32",
    ]);
    const whole = await bundle(
      `import reference from "@thimble/kernels-reference"; export const kernelOptions = () => ({ packs: [reference] });`,
    );
    expect(size).toBeLessThan(whole.size / 10);
  });

  test("takes packs whole whose kernels are not exported, and leaves out what the configuration does", async () => {
    const config = configFile({ packs: [{ pack: acme, only: ["TANH"] }] });
    const { stdout } = await runCli("resolver", chainFile(), "--config", config, "--emit", "ts");
    expect(stdout).toContain('import kernels from "@acme/kernels";');
    expect(stdout).toContain('"@acme/kernels tanh_f32",');
    expect(stdout).not.toContain('"@acme/kernels relu_f32"');
  });

  test("refuses an override of one node among others of its kind", async () => {
    const config = configFile({ packs: [acme], overrides: [{ node: 2, pack: reference.id }] });
    const { exitCode, stderr } = await runCli("resolver", chainFile(), "--config", config, "--emit", "ts");
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/an override gives the node "c" \(RELU\) to relu_f32 of .*; use the configuration itself/s);
  });

  test("refuses a model that does not run", async () => {
    const { exitCode, stderr } = await runCli("resolver", echoModelFile({ mystery: true }), "--emit", "ts");
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/a node has no kernel, so that there is nothing to import: .*Mystery/);
  });
});

describe("--emit cpp", () => {
  test("adds the operators of all models once", async () => {
    const { stdout } = await runCli("resolver", chainFile(), echoModelFile({}), "--emit", "cpp");
    expect(stdout).toContain("using ModelOpResolver = tflite::MicroMutableOpResolver<4>;");
    expect([...stdout.matchAll(/resolver\.(Add\w+)\(\)/g)].map(([, method]) => method)).toEqual([
      "AddLogistic",
      "AddRelu",
      "AddReshape",
      "AddTanh",
    ]);
  });

  test("refuses an operator that TFLM has not", async () => {
    const { exitCode, stderr } = await runCli("resolver", echoModelFile({ mystery: true }), "--emit", "cpp");
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/has no operator Mystery; register it yourself/);
  });

  test.skipIf(!hasShared)(needsShared("calls every method of TFLM's resolver by its name"), () => {
    const page = Buffer.from(readShared("reference/tflm-ops.md")).toString();
    const rows = [...page.matchAll(/^\| (Add\w+) \| (?:custom:)?([\w-]+) \|/gm)];
    const ours = rows.filter(([, , operator]) => reference.kernels.some((kernel) => kernel.operator.name === operator));
    expect(ours.length).toBeGreaterThan(100);
    for (const [, method, operator] of ours) expect(tflmMethod(operator!)).toBe(method);
  });
});

describe("a command line that says too little", () => {
  const cases: readonly [readonly string[], RegExp][] = [
    [["--emit", "rust"], /--emit is "rust", it must be ts or cpp/],
    [["--out", "x.ts"], /--out is for code; add --emit ts or --emit cpp/],
  ];

  test.each(cases)("%j", async (argv, message) => {
    const { exitCode, stderr } = await runCli("resolver", chainFile(), ...argv);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(message);
  });
});

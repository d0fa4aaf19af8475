import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { titled } from "@thimble/goldens";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publicPackages } from "../workspace.ts";
import { testJourneys } from "./journeys.ts";
import { isOnline } from "./registry.ts";
import { MINUTES, makeWorld, type World } from "./world.ts";

const online = await isOnline();

const title = titled(
  "everything is published, and used by strangers",
  online ? undefined : "npm's registry is not reached",
);

const read = (...path: readonly string[]): string => readFileSync(join(...path), "utf8");

describe.skipIf(!online)(title, { timeout: 20 * MINUTES }, () => {
  let world: World;
  let [base, kernels, app] = ["", "", ""];
  const run: World["run"] = (...args) => world.run(...args);

  beforeAll(async () => {
    world = await makeWorld();
    base = world.base;
    kernels = join(base, "kernels");
    app = join(base, "app");
  }, 5 * MINUTES);

  afterAll(() => world.close(), MINUTES);

  test.each(publicPackages)("$name", ({ name, version }) => {
    expect(run(base, "npm", "view", name, "version").trim()).toBe(version);
  });

  test("a vendor creates a pack that builds, conforms and benches at once", () => {
    const choice = ["--name", "@acme/kernels", "--operator", "relu", "--for", "engines"];
    run(base, "npm", "create", "--yes", "thimble-pack", "kernels", "--", ...choice);
    run(kernels, "npm", "install", "--no-audit", "--no-fund");
    expect(run(kernels, "npm", "run", "build")).toContain("dist/kernels.wasm");
    expect(run(kernels, "npm", "test")).toMatch(/Tests .*\d+ passed/);
    expect(run(kernels, "npm", "run", "bench")).toMatch(/times (faster|slower)/);
    run(kernels, "npm", "run", "readme");
    expect(read(kernels, "README.md")).toMatch(/\| `?RELU`? /);
  });

  test("the same sources give the same bytes", () => {
    const built = () => readFileSync(join(kernels, "dist/kernels.wasm"));
    const first = built();
    rmSync(join(kernels, "dist"), { recursive: true });
    rmSync(join(kernels, "node_modules/.cache"), { recursive: true, force: true });
    run(kernels, "npm", "run", "build");
    expect(built().equals(first)).toBe(true);
  });

  test("and publishes it, with its report", () => {
    run(kernels, "npm", "publish", "--access", "public");
    expect(run(base, "npm", "view", "@acme/kernels", "version").trim()).toBe("0.1.0");
  });

  test("an application installs it and swaps kernels by configuration", () => {
    mkdirSync(app);
    writeFileSync(join(app, "package.json"), '{ "name": "app", "private": true, "type": "module" }');
    const config = { packs: ["@acme/kernels"], environments: { reference: { packs: [] } } };
    writeFileSync(join(app, "thimble.config.json"), JSON.stringify(config));
    copyFileSync(join(kernels, "bench/model.tflite"), join(app, "model.tflite"));
    const packages = ["core", "config", "cli", "conformance"].map((name) => `@thimble/${name}`);
    run(app, "npm", "install", "--no-audit", "--no-fund", ...packages, "@acme/kernels");
    writeFileSync(
      join(app, "run.js"),
      `import { readFileSync } from "node:fs";
import { loadConfig } from "@thimble/config/node";
import { Interpreter } from "@thimble/core";

const bytes = [];
for (const environment of [undefined, "reference"]) {
  const { options } = await loadConfig({ environment });
  const interpreter = await Interpreter.create(readFileSync("model.tflite"), options);
  interpreter.inputs[0].data.forEach((_, i, data) => { data[i] = (i * 31) % 256 - 128; });
  interpreter.invoke();
  bytes.push(Buffer.from(interpreter.outputs[0].bytes).toString("base64"));
  console.log(interpreter.steps[0].pack.id);
}
console.log(bytes[0] === bytes[1] ? "same" : "different");
`,
    );
    expect(run(app, "node", "run.js").trim().split("\n")).toEqual([
      "@acme/kernels",
      "@thimble/kernels-reference",
      "same",
    ]);
    const { models } = JSON.parse(run(app, "npx", "thimble", "resolver", "model.tflite", "--json"));
    expect(models[0].nodes[0]).toMatchObject({ operator: "RELU", pack: "@acme/kernels@0.1.0" });
    const diff = run(app, "npx", "thimble", "diff", "model.tflite", "--random", "10");
    expect(diff).toContain("every layer is the same, byte for byte, for 10 inputs");
  });

  test("and believes it: conformance, and the report that came with it", () => {
    expect(run(app, "npx", "thimble", "conform", "@acme/kernels", "--runs", "5")).toContain(
      "✓ passed  @acme/kernels@0.1.0",
    );
    const report = "node_modules/@acme/kernels/dist/conformance/report.json";
    expect(run(app, "npx", "thimble", "conform", "verify", report, "@acme/kernels")).toMatch(/holds|✓/);
  });

  test("a report is of the pack's own bytes", () => {
    const module = join(app, "node_modules/@acme/kernels/dist/kernels.simd128.wasm");
    writeFileSync(module, Buffer.concat([readFileSync(module), Buffer.from([0, 2, 1, 65])]));
    const report = "node_modules/@acme/kernels/dist/conformance/report.json";
    expect(() => run(app, "npx", "thimble", "conform", "verify", report, "@acme/kernels")).toThrow();
  });

  testJourneys(() => world);
});

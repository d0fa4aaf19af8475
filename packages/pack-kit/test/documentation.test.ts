import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Interpreter, loadPack } from "@thimble/core";
import { expect, test } from "vitest";
import { buildPack } from "../src/index.ts";
import { unaryChain } from "./model.ts";

const page = readFileSync(new URL("../../../docs/packs.md", import.meta.url), "utf8");

/** The files that the page shows: blocks that name one. */
const files = [...page.matchAll(/^```\w+ file=(\S+)\n([\s\S]*?)^```$/gm)];

test("the pack that docs/packs.md shows is built, loaded and computes", async () => {
  expect(files.map(([, name]) => name)).toEqual(["kernels/neg.c", "kernels/pack.c", "package.json", "index.js"]);
  const directory = mkdtempSync(join(tmpdir(), "thimble-docs-pack-"));
  for (const [, name, content] of files) {
    mkdirSync(dirname(join(directory, name!)), { recursive: true });
    writeFileSync(join(directory, name!), content!);
  }
  const [module] = await buildPack(directory);
  expect(module).toMatchObject({ file: "dist/kernels.wasm", features: [] });
  const pack = await loadPack({
    id: "@acme/kernels",
    builds: [{ wasm: readFileSync(join(directory, "dist/kernels.wasm")) }],
  });
  const interpreter = await Interpreter.create(unaryChain(["NEG"], 3), { packs: [pack] });
  interpreter.inputs[0]!.set(new Float32Array([1, -2, 0.5]));
  interpreter.invoke();
  expect([...interpreter.outputs[0]!.data]).toEqual([-1, 2, -0.5]);
});

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { createContext, Script } from "node:vm";
import { build, type Plugin } from "esbuild";
import { expect, test } from "vitest";

type Worker = { fetch(request: Request): Promise<Response> };

/** Leaves files to the host, as a bundler for edge workers does: `host.files[0]`. */
function leaveToHost(files: string[]): Plugin {
  return {
    name: "leave-to-host",
    setup(bundler) {
      bundler.onLoad({ filter: /\.(wasm|tflite)$/ }, ({ path }) => ({
        contents: `export default globalThis.host.files[${files.push(path) - 1}];`,
        loader: "js",
      }));
    },
  };
}

/** The worker in a realm where neither JavaScript nor WebAssembly may be compiled from bytes. */
async function start(): Promise<Worker> {
  const paths: string[] = [];
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("worker.ts", import.meta.url))],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "bundle",
    plugins: [leaveToHost(paths)],
  });
  const files = await Promise.all(
    paths.map(async (path) => (path.endsWith(".wasm") ? WebAssembly.compile(await readFile(path)) : readFile(path))),
  );
  const realm = createContext(
    { host: { files }, URL, Response, console, WebAssembly, performance, TextDecoder, TextEncoder },
    { codeGeneration: { strings: false, wasm: false } },
  );
  new Script(outputFiles[0]!.text).runInContext(realm);
  return new Script("bundle.default").runInContext(realm);
}

test("answers with what the model computes, and compiles nothing", async () => {
  const worker = await start();
  for (const x of [0, 1.5708, 4.7]) {
    const response = await worker.fetch(new Request(`https://example.com/?x=${x}`));
    const { sine } = (await response.json()) as { sine: number };
    expect(Math.abs(sine - Math.sin(x))).toBeLessThan(0.1);
  }
});

test("refuses what is no number", async () => {
  const worker = await start();
  expect((await worker.fetch(new Request("https://example.com/?x=moon"))).status).toBe(400);
});

/** Bundles the adapter with all it needs into bench/dist: the benchmark's page sees no other files. */
import { cpSync, mkdirSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

mkdirSync(at("dist"), { recursive: true });
await build({
  entryPoints: [at("adapter.js")],
  outfile: at("dist/adapter.mjs"),
  bundle: true,
  minify: true,
  format: "esm",
  platform: "neutral",
  conditions: ["default"],
});
for (const file of readdirSync(at("../dist")).filter((name) => name.endsWith(".wasm")))
  cpSync(at(`../dist/${file}`), at(`dist/${file}`));
console.log(at("dist/adapter.mjs"));

/** Bundles the adapter with all it needs into bench/dist: the benchmark's page sees no other files. */
import { cpSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

// Chunks go by what they hold: those of other days would stay.
rmSync(at("dist"), { recursive: true, force: true });
mkdirSync(at("dist"));
await build({
  entryPoints: [at("adapter.js")],
  outdir: at("dist"),
  outExtension: { ".js": ".mjs" },
  bundle: true,
  // What is loaded only when it is needed stays apart, as in an application.
  splitting: true,
  minify: true,
  format: "esm",
  platform: "neutral",
  conditions: ["default"],
});
for (const file of readdirSync(at("../dist")).filter((name) => name.endsWith(".wasm")))
  cpSync(at(`../dist/${file}`), at(`dist/${file}`));
console.log(at("dist/adapter.mjs"));

// Bundles a package's entries into its dist, run in its folder: an engine starts one file sooner than two hundred. For
// packages that are used whole; of others, as the reference's kernels, bundlers leave out modules that nobody imports.
import { readFileSync, rmSync } from "node:fs";
import { build } from "esbuild";

const { exports } = JSON.parse(readFileSync("package.json", "utf8"));

/** What `exports` says of an entry: `./dist/ops/index.js` is made from `src/ops/index.ts`. */
const sourceOf = (file) => file.replace("./dist/", "src/").replace(/js$/, "ts");

// Chunks go by what they hold: those of other days would stay.
rmSync("dist", { recursive: true, force: true });

await build({
  entryPoints: Object.values(exports).flatMap((entry) => (entry.default ? [sourceOf(entry.default)] : [])),
  outdir: "dist",
  outbase: "src",
  bundle: true,
  splitting: true,
  packages: "external",
  format: "esm",
  platform: "neutral",
  target: "es2022",
  logLevel: "warning",
});

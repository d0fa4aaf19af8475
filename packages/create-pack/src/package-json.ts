import { readFileSync } from "node:fs";
import { builds } from "./builds.ts";
import type { PackChoice } from "./choices.ts";
import { versionOf } from "./versions.ts";

const TARGETS = ["cortex-m0", "cortex-m4", "rv32imc"] as const;

/** Packages that a pack is made with. */
const TOOLS = [
  ...["abi", "cli", "conformance", "core", "kernels-reference", "pack-kit"].map((name) => `@thimble/${name}`),
  "@changesets/cli",
  "vitest",
];

/** The package.json of a new pack. */
export function packageJson({ name, place }: PackChoice): string {
  const isForDevices = place === "devices";
  const tools = [...TOOLS, ...(isForDevices ? ["@thimble/devices"] : [])];
  const description = {
    name,
    version: "0.1.0",
    description: "Kernels for Thimble.",
    license: "Apache-2.0",
    type: "module",
    sideEffects: false,
    engines: { node: ">=20" },
    exports: {
      ".": { types: "./index.d.ts", default: "./index.js" },
      "./*.wasm": "./dist/*.wasm",
      "./package.json": "./package.json",
    },
    files: ["index.js", "index.d.ts", "dist"],
    scripts: {
      build: "thimble pack build && thimble pack check dist/kernels.wasm",
      test: "vitest run",
      bench:
        "node bench/model.js && thimble bench bench/model.tflite --pack ./index.js --against @thimble/kernels-reference",
      conform: "thimble conform . --report dist/conformance",
      readme: "npm run conform && node scripts/write-readme.js",
      changeset: "changeset",
      prepack: "npm run build && npm run conform",
    },
    thimble: {
      pack: {
        builds: builds[place],
        ...(isForDevices && {
          targets: Object.fromEntries(TARGETS.map((target) => [target, { twin: "dist/kernels.wasm" }])),
        }),
      },
    },
    peerDependencies: { "@thimble/abi": `^${versionOf("@thimble/abi")}` },
    devDependencies: Object.fromEntries(tools.map((tool) => [tool, `^${versionOf(tool)}`])),
  };
  return `${JSON.stringify(description, null, 2)}\n`;
}

/** This package's own version. */
export const ownVersion = (): string =>
  JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).version;

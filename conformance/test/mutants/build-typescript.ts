import { mkdirSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { mutatedKernels } from "./typescript/mutants.ts";

/** The module that the kernels are bundled into: workers run JavaScript only. */
const outfile = fileURLToPath(new URL("../../node_modules/.cache/thimble-mutants/typescript.mjs", import.meta.url));

const ENTRY = `
  import { definePack } from "@thimble/core";
  import { mutatedKernels } from "./typescript/mutants.ts";

  const packOf = (kernel) => definePack({ id: "@thimble/mutant", version: "1.0.0", kernels: [kernel] });
  const at = (id) => mutatedKernels.flatMap(({ right, mutants }) => [{ id: right.name, kernel: right }, ...mutants])[id];
`;

/** Bundles the kernels in TypeScript, right ones and mutants; gives a pack of each by its id. */
export async function buildTypeScript(): Promise<ReadonlyMap<string, string>> {
  const ids = mutatedKernels.flatMap(({ right, mutants }) => [`${right.name}.ts`, ...mutants.map(({ id }) => id)]);
  mkdirSync(fileURLToPath(new URL(".", pathToFileURL(outfile))), { recursive: true });
  await build({
    stdin: {
      contents: `${ENTRY}${ids.map((_, i) => `export const pack${i} = packOf(at(${i}).kernel);`).join("\n")}`,
      resolveDir: fileURLToPath(new URL(".", import.meta.url)),
    },
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    outfile,
  });
  return new Map(ids.map((id, i) => [id, `${pathToFileURL(outfile).href}#pack${i}`]));
}

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const own: { readonly devDependencies: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(new URL("../package.json", import.meta.url), "utf8"),
);

/**
 * The version of a package that this one was released with: publishing writes it into package.json. In the repository, the
 * version that is installed.
 */
export function versionOf(name: string): string {
  const range = own.devDependencies[name];
  if (range === undefined) throw new Error(`create-thimble-pack does not know ${name}`);
  if (!/^(workspace|catalog):/.test(range)) return range.replace(/^[\^~]/, "");
  return createRequire(import.meta.url)(`${name}/package.json`).version;
}

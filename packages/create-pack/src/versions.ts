import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const own: { readonly devDependencies: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(new URL("../package.json", import.meta.url), "utf8"),
);

/**
 * The version of one of Thimble's packages that this one was released with: publishing writes it into package.json. In the
 * repository, the package's own.
 */
export function versionOf(name: string): string {
  const range = own.devDependencies[name];
  if (range === undefined) throw new Error(`create-thimble-pack does not know ${name}`);
  if (!range.startsWith("workspace:")) return range.replace(/^[\^~]/, "");
  return createRequire(import.meta.url)(`${name}/package.json`).version;
}

import { existsSync, readFileSync, statSync } from "node:fs";
import { join, resolve as resolvePath } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ThimbleError } from "@thimble/core";
import { resolve as resolveModule } from "import-meta-resolve";

/** From where modules are seen. */
export interface Outlook {
  /** Names and paths are seen from this folder first. Default is the current one. */
  readonly folder?: string | undefined;
  /** The URL of a module that sees what the folder does not. Default is this package's own. */
  readonly beside?: string | undefined;
}

/**
 * The URL of a module: a file, the package in a folder, a package that a folder sees, or one that another module sees.
 *
 * @param what what is looked for, for the error
 * @throws ThimbleError `PACK_INVALID` when there is none, or when the package in the folder is not built
 */
export function findModule(name: string, what: string, outlook: Outlook = {}): string {
  const { folder = process.cwd(), beside = import.meta.url } = outlook;
  const file = resolvePath(folder, name);
  if (statSync(file, { throwIfNoEntry: false })?.isFile()) return pathToFileURL(file).href;
  if (existsSync(join(file, "package.json"))) return entryOf(file, what);
  const url = tryResolve(name, pathToFileURL(join(folder, "package.json")).href) ?? tryResolve(name, beside);
  if (url) return url;
  throw new ThimbleError(
    "PACK_INVALID",
    `no ${what} "${name}"; tried the file ${file}, the packages seen from ${folder} and those of thimble itself; install it with npm install ${name}`,
  );
}

/** What the package in a folder exports: a package sees itself by its name. */
function entryOf(folder: string, what: string): string {
  const manifest = join(folder, "package.json");
  const { name } = JSON.parse(readFileSync(manifest, "utf8"));
  const url = tryResolve(String(name), pathToFileURL(manifest).href);
  if (url) return url;
  throw new ThimbleError(
    "PACK_INVALID",
    `the package in ${folder} has no ${what}: what its "exports" names is not there; build it`,
  );
}

function tryResolve(name: string, parent: string): string | undefined {
  try {
    const url = resolveModule(name, parent);
    return statSync(fileURLToPath(url), { throwIfNoEntry: false })?.isFile() ? url : undefined;
  } catch {
    return undefined;
  }
}

import { statSync } from "node:fs";
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
 * The URL of a module: a file, a package that a folder sees, or one that another module sees.
 *
 * @param what what is looked for, for the error
 * @throws ThimbleError `PACK_INVALID` when there is none
 */
export function findModule(name: string, what: string, outlook: Outlook = {}): string {
  const { folder = process.cwd(), beside = import.meta.url } = outlook;
  const file = resolvePath(folder, name);
  if (statSync(file, { throwIfNoEntry: false })?.isFile()) return pathToFileURL(file).href;
  const url = tryResolve(name, pathToFileURL(join(folder, "package.json")).href) ?? tryResolve(name, beside);
  if (url) return url;
  throw new ThimbleError(
    "PACK_INVALID",
    `no ${what} "${name}"; tried the file ${file}, the packages seen from ${folder} and those of thimble itself; install it with npm install ${name}`,
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

import { statSync } from "node:fs";
import { join, resolve as resolvePath } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ThimbleError } from "@thimble/core";
import { resolve as resolveModule } from "import-meta-resolve";

/**
 * The URL of a module: a file, a package that a folder sees, or one that this package sees.
 *
 * @param what what is looked for, for the error
 * @param folder names and paths are seen from there. Default is the current folder
 * @throws ThimbleError `PACK_INVALID` when there is none
 */
export function findModule(name: string, what: string, folder: string = process.cwd()): string {
  const file = resolvePath(folder, name);
  if (statSync(file, { throwIfNoEntry: false })?.isFile()) return pathToFileURL(file).href;
  const url = tryResolve(name, pathToFileURL(join(folder, "package.json")).href) ?? tryResolve(name, import.meta.url);
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

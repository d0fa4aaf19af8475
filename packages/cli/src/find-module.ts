import { statSync } from "node:fs";
import { join, resolve as resolvePath } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ThimbleError } from "@thimble/core";
import { resolve as resolveModule } from "import-meta-resolve";

/**
 * The URL of a module: a file, a package that the current folder sees, or one that this tool sees.
 *
 * @param what what is looked for, for the error
 */
export function findModule(name: string, what: string): string {
  const file = resolvePath(name);
  if (statSync(file, { throwIfNoEntry: false })?.isFile()) return pathToFileURL(file).href;
  const folder = pathToFileURL(join(process.cwd(), "package.json")).href;
  const url = tryResolve(name, folder) ?? tryResolve(name, import.meta.url);
  if (url) return url;
  throw new ThimbleError(
    "PACK_INVALID",
    `no ${what} "${name}"; tried the file ${file}, the packages seen from ${process.cwd()} and those of thimble itself; install it with npm install ${name}`,
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

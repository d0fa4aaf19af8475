import { join, resolve } from "node:path";
import { ThimbleError } from "@thimble/core";
import type { ModuleDescription } from "./build-module.ts";
import { findIncluded } from "./included-sources.ts";
import { buildSettingsOf, readPackage } from "./pack-settings.ts";

/**
 * One of the modules that a package builds, as its package.json says.
 *
 * @param directory the package's folder
 * @param file of `thimble.pack.builds`: `dist/kernels.wasm`
 * @throws ThimbleError `PACK_BUILD` with what is wrong in package.json, or for a module that is none of its builds
 */
export function describeModule(directory: string, file: string): ModuleDescription {
  const { name, version, settings } = readPackage(directory);
  const { sources = "kernels", builds, flags = [], include = [] } = settings;
  const build = builds[file];
  if (build === undefined)
    throw new ThimbleError(
      "PACK_BUILD",
      `${directory} has no build ${file}; there are ${Object.keys(builds).join(", ")}`,
    );
  const { features, flags: own = [], folderFlags = {} } = buildSettingsOf(build);
  return {
    id: name,
    version,
    sources: resolve(directory, sources),
    features,
    flags: [...flags, ...own],
    folderFlags,
    included: findIncluded(directory, include),
    cache: join(directory, "node_modules/.cache/thimble-pack"),
  };
}

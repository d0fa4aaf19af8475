import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import type { WasmFeature } from "@thimble/abi";
import { buildModule } from "./build-module.ts";
import { findIncluded } from "./included-sources.ts";
import { buildSettingsOf, readPackage } from "./pack-settings.ts";

/** A module that was written. */
export interface BuiltModule {
  /** Its path, relative to the package. */
  readonly file: string;
  readonly features: readonly WasmFeature[];
  readonly bytes: number;
  readonly gzipBytes: number;
}

/**
 * Builds the modules of a package and writes them where its package.json says.
 *
 * @param directory the package's folder
 * @throws ThimbleError `PACK_BUILD` with what is wrong in package.json, or what the compiler said
 */
export async function buildPack(directory: string): Promise<readonly BuiltModule[]> {
  const { name, version, settings } = readPackage(directory);
  const { sources = "kernels", builds, flags = [], include = [] } = settings;
  const included = findIncluded(directory, include);
  const written: BuiltModule[] = [];
  for (const [file, build] of Object.entries(builds)) {
    const { features, flags: own = [], folderFlags = {} } = buildSettingsOf(build);
    const module = await buildModule({
      id: name,
      version,
      sources: resolve(directory, sources),
      features,
      flags: [...flags, ...own],
      folderFlags,
      included,
      cache: join(directory, "node_modules/.cache/thimble-pack"),
    });
    const path = resolve(directory, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, module);
    written.push({ file, features, bytes: module.length, gzipBytes: gzipSync(module, { level: 9 }).length });
  }
  return written;
}

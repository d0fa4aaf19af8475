import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import type { WasmFeature } from "@thimble/abi";
import { buildModule } from "./build-module.ts";
import { describeModule } from "./describe-module.ts";
import { readPackage } from "./pack-settings.ts";

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
  const { settings } = readPackage(directory);
  const written: BuiltModule[] = [];
  for (const file of Object.keys(settings.builds)) {
    const description = describeModule(directory, file);
    const module = await buildModule(description);
    const path = resolve(directory, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, module);
    const { features = [] } = description;
    written.push({ file, features, bytes: module.length, gzipBytes: gzipSync(module, { level: 9 }).length });
  }
  return written;
}

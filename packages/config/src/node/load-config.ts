import { existsSync, readFileSync } from "node:fs";
import { dirname, extname, join, resolve } from "node:path";
import { createJiti } from "jiti";
import { checkConfig } from "../check-config.ts";
import type { EnvironmentConfig, ThimbleConfig } from "../config.ts";
import { configError } from "../config-error.ts";
import { inEnvironment } from "../environment.ts";
import { type ResolvedConfig, resolveConfig } from "../resolve-config.ts";
import { importModule } from "./import-module.ts";

/** A configuration, and the file that it is from. */
export interface ConfigFile {
  readonly path: string;
  readonly config: ThimbleConfig;
}

/** What a configuration may be called, in the order in which it is looked for. */
const NAMES = ["ts", "mts", "js", "mjs", "json"].map((ending) => `thimble.config.${ending}`);

/** The configuration of a folder or of one above it; `undefined` if there is none. */
export function findConfig(folder: string = process.cwd()): string | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const found = NAMES.map((name) => join(at, name)).find((path) => existsSync(path));
    if (found !== undefined || dirname(at) === at) return found;
  }
}

/**
 * Reads a configuration in TypeScript, JavaScript or JSON.
 *
 * @throws ThimbleError `CONFIG_INVALID` when there is no such file, when it fails to load, or with the path of a wrong key
 */
export async function readConfig(path: string): Promise<ConfigFile> {
  const file = resolve(path);
  if (!existsSync(file)) throw configError(file, "there is no such file");
  const value = await readValue(file).catch((cause: unknown) => {
    throw configError(file, `fails to load: ${cause instanceof Error ? cause.message : String(cause)}`, cause);
  });
  if (value === undefined) throw configError(file, "has no default export; write export default defineConfig({ … })");
  return { path: file, config: checkConfig(value) };
}

async function readValue(file: string): Promise<unknown> {
  if (extname(file) === ".json") return JSON.parse(readFileSync(file, "utf8"));
  const module = await createJiti(import.meta.url, { moduleCache: false, interopDefault: false }).import<{
    readonly default?: unknown;
  }>(file);
  return module.default;
}

/**
 * Loads the packs of a configuration that was read; their names and paths are seen from its folder.
 *
 * @param changes keys that stand before those of the environment. Default is none
 * @param beside the URL of a module that sees packs which the folder does not
 */
export const resolveConfigFile = (
  { path, config }: ConfigFile,
  environment?: string,
  changes: EnvironmentConfig = {},
  beside?: string,
): Promise<ResolvedConfig> =>
  resolveConfig(
    { ...inEnvironment(config, environment), ...changes },
    { importModule: (name) => importModule(name, { folder: dirname(path), beside }) },
  );

/**
 * The options of an interpreter from a file, by default the `thimble.config.ts`, `.js` or `.json` of the current folder or
 * of one above it.
 *
 * @throws ThimbleError `CONFIG_INVALID`
 */
export async function loadConfig(
  options: { readonly path?: string | undefined; readonly environment?: string | undefined } = {},
): Promise<ResolvedConfig> {
  const path = options.path ?? findConfig();
  if (path === undefined)
    throw configError(process.cwd(), `has no configuration, nor has a folder above it; write a ${NAMES[0]}`);
  return resolveConfigFile(await readConfig(path), options.environment);
}

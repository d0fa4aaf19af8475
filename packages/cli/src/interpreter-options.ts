import type { EnvironmentConfig, ResolvedConfig } from "@thimble/config";
import { findConfig, readConfig, resolveConfigFile } from "@thimble/config/node";
import type { InterpreterOptions } from "@thimble/core";
import { loadPacks } from "./load-packs.ts";
import { UsageError } from "./usage-error.ts";

/** The arguments that say which kernels run. */
export interface KernelArguments {
  readonly pack: readonly string[];
  readonly "no-fallback": boolean;
  readonly config: string | undefined;
  readonly env: string | undefined;
}

/** The options of an interpreter that a command line asks for. */
export const interpreterOptions = async (args: KernelArguments): Promise<InterpreterOptions> =>
  (await resolveKernels(args)).options;

/**
 * What a command line says of kernels: `--config`, or without `--pack` the folder's own configuration; `--pack` and
 * `--no-fallback` stand before what a configuration says of them.
 */
export async function resolveKernels(args: KernelArguments): Promise<ResolvedConfig> {
  const { pack: names, config, env } = args;
  const path = config ?? (names.length === 0 ? findConfig() : undefined);
  if (path === undefined) {
    if (env !== undefined)
      throw new UsageError(
        `--env ${env} is an environment of a configuration, and there is none; name one with --config`,
      );
    const packs = await loadPacks(names, !args["no-fallback"]);
    return { entries: packs.map((pack) => ({ pack })), overrides: [], options: { packs } };
  }
  return resolveConfigFile(await readConfig(path), env, await changes(args), import.meta.url);
}

/** What the command line puts in the place of a configuration's keys. */
const changes = async ({ pack: names, "no-fallback": isAlone }: KernelArguments): Promise<EnvironmentConfig> => ({
  ...(names.length > 0 && { packs: await loadPacks(names, false) }),
  ...(isAlone && { fallback: false }),
});

import type { EnvironmentConfig } from "@thimble/config";
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

/**
 * The options of an interpreter that a command line asks for: those of `--config`, or without `--pack` of the folder's
 * own configuration; `--pack` and `--no-fallback` stand before what a configuration says of them.
 */
export async function interpreterOptions(args: KernelArguments): Promise<InterpreterOptions> {
  const { pack: names, config, env } = args;
  const path = config ?? (names.length === 0 ? findConfig() : undefined);
  if (path === undefined) {
    if (env !== undefined)
      throw new UsageError(
        `--env ${env} is an environment of a configuration, and there is none; name one with --config`,
      );
    return { packs: await loadPacks(names, !args["no-fallback"]) };
  }
  return (await resolveConfigFile(await readConfig(path), env, await changes(args))).options;
}

/** What the command line puts in the place of a configuration's keys. */
const changes = async ({ pack: names, "no-fallback": isAlone }: KernelArguments): Promise<EnvironmentConfig> => ({
  ...(names.length > 0 && { packs: await loadPacks(names, false) }),
  ...(isAlone && { fallback: false }),
});

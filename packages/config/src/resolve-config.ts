import type { AnyPack, InterpreterOptions } from "@thimble/core";
import { checkConfig } from "./check-config.ts";
import { checkNames, checkTwins } from "./check-names.ts";
import { chooseKernel, type Rules } from "./choose-kernel.ts";
import type { EnvironmentConfig, ThimbleConfig } from "./config.ts";
import { configError } from "./config-error.ts";
import { inEnvironment } from "./environment.ts";
import { type ImportModule, loadEntry } from "./load-entry.ts";

export interface ResolveOptions {
  /** The environment. Default is the configuration without one. */
  readonly environment?: string | undefined;
  /** Imports packs that are given by name. Default is to refuse them: a bundler has to see what it bundles. */
  readonly importModule?: ImportModule | undefined;
}

/** A configuration with its packs loaded. */
export interface ResolvedConfig extends Rules {
  /** Options for `Interpreter.create`. */
  readonly options: InterpreterOptions;
}

const refuseNames: ImportModule = async (name) => {
  throw new Error(
    `"${name}" is a name; import the pack and put it here itself, or load the configuration with @thimble/config/node`,
  );
};

/**
 * Loads the packs of a configuration and makes the options of an interpreter of it:
 *
 *     const { options } = await resolveConfig({ packs: [wasmSimd], planner: "greedy" });
 *     const interpreter = await Interpreter.create(model, options);
 *
 * @throws ThimbleError `CONFIG_INVALID` with the path of the key that is wrong
 */
export async function resolveConfig(config: ThimbleConfig, options: ResolveOptions = {}): Promise<ResolvedConfig> {
  const { environment, importModule = refuseNames } = options;
  const {
    packs = [],
    fallback = true,
    overrides = [],
    rounding = "double",
    ...memory
  } = inEnvironment(checkConfig(config), environment);
  const entries = await Promise.all(packs.map((entry, i) => loadEntry(entry, `packs[${i}]`, importModule)));
  if (fallback) {
    const reference = await referenceOf(rounding);
    if (!entries.some(({ pack }) => pack.id === reference.id)) entries.push({ pack: reference });
  }
  if (entries.length === 0)
    throw configError("packs", "there is none, and fallback is false: no kernel is left; name a pack");
  checkTwins(entries);
  checkNames(entries, overrides);
  const rules: Rules = { entries, overrides, rounding };
  return { ...rules, options: { ...memory, packs: entries.map(({ pack }) => pack), choose: chooseKernel(rules) } };
}

/** The reference that rounds so. It is no part of a bundle that does not fall back on it. */
async function referenceOf(rounding: EnvironmentConfig["rounding"]): Promise<AnyPack> {
  const { reference, singleRounding } = await import("@thimble/kernels-reference");
  return rounding === "single" ? singleRounding : reference;
}

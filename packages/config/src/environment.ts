import type { Environment, EnvironmentConfig, ThimbleConfig } from "./config.ts";
import { configError } from "./config-error.ts";

/** An environment and those that it extends, itself last. */
function chainOf(name: string, environments: Readonly<Record<string, Environment>>): readonly Environment[] {
  const names: string[] = [];
  const chain: Environment[] = [];
  for (let next: string | undefined = name; next !== undefined; ) {
    const where: string = names.length === 0 ? "environments" : `environments.${names.at(-1)}.extends`;
    if (names.includes(next))
      throw configError(where, `${[...names, next].join(" extends ")}: environments go round in a circle`);
    const environment: Environment | undefined = Object.hasOwn(environments, next) ? environments[next] : undefined;
    if (!environment)
      throw configError(
        where,
        `there is no environment "${next}"; there are ${Object.keys(environments).join(", ") || "none"}`,
      );
    names.push(next);
    chain.unshift(environment);
    next = environment.extends;
  }
  return chain;
}

const defined = <T extends object>(value: T): Partial<T> =>
  Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as Partial<T>;

/**
 * A configuration as an environment has it: each key from the environment, else from the one it extends, else from the
 * configuration itself. Lists are not joined: one replaces the other.
 *
 * @param name Default is the configuration without an environment
 * @throws ThimbleError `CONFIG_INVALID` for an environment that is not there, or that extends itself
 */
export function inEnvironment({ environments = {}, ...base }: ThimbleConfig, name?: string): EnvironmentConfig {
  if (name === undefined) return base;
  const merged: Environment = Object.assign({}, base, ...chainOf(name, environments).map(defined));
  const { extends: _, ...config } = merged;
  return config;
}

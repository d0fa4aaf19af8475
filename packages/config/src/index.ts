export { checkConfig } from "./check-config.ts";
export { concerns, objection, type Rules } from "./choose-kernel.ts";
export type * from "./config.ts";
export { defineConfig } from "./define-config.ts";
export { inEnvironment } from "./environment.ts";
export type { ImportModule, LoadedEntry } from "./load-entry.ts";
export { type ResolvedConfig, type ResolveOptions, resolveConfig } from "./resolve-config.ts";

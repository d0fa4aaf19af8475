export { findModule, type Outlook } from "./find-module.ts";
export { importModule } from "./import-module.ts";
export { type ConfigFile, findConfig, loadConfig, readConfig, resolveConfigFile } from "./load-config.ts";

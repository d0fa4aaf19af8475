export { buildModule, type ModuleDescription } from "./build-module.ts";
export { type BuildSettings, type BuiltModule, buildPack, type PackSettings } from "./build-pack.ts";

export { buildModule, headerFolders, type ModuleDescription } from "./build-module.ts";
export { type BuiltModule, buildPack } from "./build-pack.ts";
export { Cache, digestOf } from "./cache.ts";
export { describeModule } from "./describe-module.ts";
export { type FileTree, filesOf, readTree } from "./file-tree.ts";
export { checkFolderFlags, type FolderFlags, flagsOfFolders } from "./folder-flags.ts";
export { findIncluded, type IncludedSources, readIncluded } from "./included-sources.ts";
export {
  type BuildSettings,
  type PackageDescription,
  type PackSettings,
  readPackage,
  type TargetSettings,
} from "./pack-settings.ts";

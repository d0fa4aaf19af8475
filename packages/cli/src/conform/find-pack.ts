import { existsSync } from "node:fs";
import { findModule } from "../find-module.ts";

/** Where a pack is: a folder, module or `.wasm` as it is named, or the module of a package. */
export const findPack = (name: string): string => (existsSync(name.split("#")[0]!) ? name : findModule(name, "pack"));

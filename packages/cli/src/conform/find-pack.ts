import { existsSync } from "node:fs";
import { findModule } from "@thimble/config/node";

/** Where a pack is: a folder, module or `.wasm` as it is named, or the module of a package. */
export const findPack = (name: string): string =>
  existsSync(name.split("#")[0]!) ? name : findModule(name, "pack", { beside: import.meta.url });

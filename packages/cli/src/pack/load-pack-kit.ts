import { findModule } from "@thimble/config/node";

/** `@thimble/pack-kit`, which is large and only vendors need: as the current folder, or this tool, has it installed. */
export const loadPackKit = async (): Promise<typeof import("@thimble/pack-kit")> =>
  import(findModule("@thimble/pack-kit", "compiler for packs", { beside: import.meta.url }));

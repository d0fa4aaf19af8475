import { findModule } from "../find-module.ts";

/** What the command uses of `@thimble/pack-kit`, which is large and only vendors need. */
export interface PackKit {
  buildPack(directory: string): Promise<readonly BuiltModule[]>;
}

/** A module that the kit wrote. */
export interface BuiltModule {
  readonly file: string;
  readonly features: readonly string[];
  readonly bytes: number;
  readonly gzipBytes: number;
}

/** The kit as the current folder, or this tool, has it installed. */
export const loadPackKit = async (): Promise<PackKit> => import(findModule("@thimble/pack-kit", "compiler for packs"));

import { findModule } from "../find-module.ts";

/** `@thimble/devices`, which only vendors need: as the current folder, or this tool, has it installed. */
export const loadDevices = async (): Promise<typeof import("@thimble/devices")> =>
  import(findModule("@thimble/devices", "module for emulated cores"));

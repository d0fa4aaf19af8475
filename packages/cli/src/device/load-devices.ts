import { findModule } from "@thimble/config/node";

/** The URL of `@thimble/devices`, which only vendors need: as the current folder, or this tool, has it installed. */
export const findDevices = (): string =>
  findModule("@thimble/devices", "module for emulated cores", { beside: import.meta.url });

export const loadDevices = async (): Promise<typeof import("@thimble/devices")> => import(findDevices());

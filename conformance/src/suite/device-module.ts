import { dirname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type LoadedPack, ThimbleError } from "@thimble/core";
import { resolve as resolveModule } from "import-meta-resolve";
import type { DeviceReport } from "../report/report.ts";
import { type PackSource, packageFolder, type ResolvedSource, resolveSource } from "./pack-source.ts";

/** Instructions that a kernel took on a device. */
export interface CountedInstructions {
  readonly kernel: string;
  readonly instructions: number;
}

/** What a target is for a pack on this machine. */
export type TargetInspection =
  /** Why the target cannot be used here. */
  | { readonly skipped: string }
  | {
      readonly skipped?: never;
      readonly device: DeviceReport;
      /** The pack's kernels that the target has. */
      readonly pack: LoadedPack;
      /** Whether instructions can be counted. */
      readonly counts: boolean;
    };

/** What opens packs on emulated cores: the module `@thimble/devices`. */
export interface DeviceModule {
  inspectTarget(directory: string, target: string): Promise<TargetInspection>;
  openDevice(
    directory: string,
    target: string,
    options: { readonly onCount?: (count: CountedInstructions) => void },
  ): Promise<{ readonly pack: LoadedPack }>;
}

/** Where a run's kernels compute: all that a thread has to know. */
export interface DeviceSettings {
  /** URL of the {@link DeviceModule}. */
  readonly module: string;
  /** The pack's package. */
  readonly directory: string;
  readonly target: string;
  /** Whether instructions are counted. */
  readonly counts: boolean;
}

export const loadDeviceModule = (url: string): Promise<DeviceModule> => import(url);

/** The folder of a pack's package; throws `OPTION_INVALID` for a pack that is none. */
export function directoryOf(source: ResolvedSource): string {
  const path = typeof source === "string" ? fileURLToPath(source.split("#")[0]!) : undefined;
  const folder = path && packageFolder(dirname(path));
  if (folder) return folder;
  throw new ThimbleError("OPTION_INVALID", "a target needs the pack's sources; give the folder of its package");
}

/** The folder of the package of a pack; throws `PACK_INVALID` or `OPTION_INVALID`. */
export const packDirectory = (pack: PackSource): string => directoryOf(resolveSource(pack));

/** The URL of `@thimble/devices` as a package sees it; throws `OPTION_INVALID` where it does not. */
export function findDeviceModule(directory: string): string {
  for (const parent of [pathToFileURL(`${directory}/package.json`).href, import.meta.url])
    try {
      return resolveModule("@thimble/devices", parent);
    } catch {}
  throw new ThimbleError(
    "OPTION_INVALID",
    `targets need @thimble/devices, which ${directory} does not see; npm install --save-dev @thimble/devices`,
  );
}

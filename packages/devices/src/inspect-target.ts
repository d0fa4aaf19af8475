import type { LoadedPack } from "@thimble/core";
import { COMPILER } from "./build-counter.ts";
import { locateTool, obstacleTo } from "./find-tool.ts";
import { openDevice } from "./open-device.ts";
import { runTool } from "./run-tool.ts";
import { targetNamed } from "./targets.ts";

/** A target and what a pack is on it. */
export interface DeviceDescription {
  /** For people: `Cortex-M4 with DSP extension and FPU`. */
  readonly core: string;
  /** `arm-none-eabi-gcc 12.2.1`. */
  readonly compiler: string;
  /** `qemu-system-arm 7.2.22`. */
  readonly emulator: string;
  /** Bytes of code and constants of all kernels with what calls them. */
  readonly textBytes: number;
}

/** What a target is for a pack on this machine: why it cannot be used, or what it is. */
export type TargetInspection =
  | { readonly skipped: string }
  | {
      readonly skipped?: never;
      readonly device: DeviceDescription;
      /** The pack's kernels that the target has. */
      readonly pack: LoadedPack;
      /** Whether instructions can be counted. */
      readonly counts: boolean;
    };

/**
 * Builds a pack for a target and starts it once.
 *
 * @param directory the folder of the pack's package, whose modules are built
 * @throws ThimbleError as `openDevice`, but for a missing tool
 */
export async function inspectTarget(directory: string, name: string): Promise<TargetInspection> {
  const target = targetNamed(name);
  const skipped = obstacleTo(target);
  if (skipped !== undefined) return { skipped };
  const { device, pack } = await openDevice(directory, name);
  device.dispose();
  const { compiler, textBytes } = device.program;
  const { said } = await runTool(target.emulator.command, ["--version"]);
  const emulator = `${target.emulator.command} ${/version (\S+)/.exec(said)?.[1] ?? ""}`.trim();
  const counts = locateTool(COMPILER) !== undefined;
  return { device: { core: target.core, compiler, emulator, textBytes }, pack, counts };
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type LoadedPack, loadPack, ThimbleError } from "@thimble/core";
import { buildCounter } from "./build-counter.ts";
import { buildProgram } from "./build-program.ts";
import { Device, type DeviceOptions } from "./device.ts";
import { type OnCount, onDevice } from "./device-pack.ts";
import { targetNamed } from "./targets.ts";

/** How a pack is opened on a device. */
export interface OpenDeviceOptions extends Pick<DeviceOptions, "seconds"> {
  /** Counts instructions, and is called with each node's. Default is not to count. */
  readonly onCount?: OnCount;
}

/** A pack on an emulated core. */
export interface OpenedDevice {
  readonly device: Device;
  /** Its kernels, for `Interpreter.create` and whatever else takes a pack. */
  readonly pack: LoadedPack;
  /** The pack as WebAssembly, which prepares nodes for the core. */
  readonly twin: LoadedPack;
}

/**
 * Builds a pack for an emulated core and opens it there.
 *
 *     const { pack, device } = await openDevice("vendors/portable", "cortex-m4");
 *     const interpreter = await Interpreter.create(model, { packs: [pack, reference] });
 *     interpreter.invoke();
 *     device.dispose();
 *
 * @param directory the folder of the pack's package, whose modules are built
 * @throws ThimbleError `OPTION_INVALID` for an unknown target, `DEVICE_TOOL` where a tool is missing, `PACK_BUILD`,
 * `PACK_INVALID`, `DEVICE_FAILED`
 */
export async function openDevice(
  directory: string,
  targetName: string,
  { onCount, seconds }: OpenDeviceOptions = {},
): Promise<OpenedDevice> {
  const program = await buildProgram(targetNamed(targetName), directory);
  const twin = await loadPack(readTwin(program.twin, targetName));
  const counter = onCount && (await buildCounter(join(directory, "node_modules/.cache/thimble-device")));
  const device = new Device(program, { counter, ...(seconds !== undefined && { seconds }) });
  try {
    return { device, twin, pack: onDevice(twin, device, onCount) };
  } catch (error) {
    device.dispose();
    throw error;
  }
}

function readTwin(path: string, target: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (cause) {
    throw new ThimbleError(
      "PACK_INVALID",
      `${path}, which prepares nodes for ${target}, is not built; build the pack`,
      {
        cause,
      },
    );
  }
}

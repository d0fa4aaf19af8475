import { definePack, type WasmBuild, type WasmPack } from "@thimble/abi";

/** Chips that there are kernels for: scalar C, MAC16, and vectors of 128 bits. */
export type Chip = "esp32-c3" | "esp32" | "esp32-s3";

const BUILDS: Readonly<Record<Chip, WasmBuild>> = {
  "esp32-c3": { wasm: new URL("../dist/kernels.wasm", import.meta.url) },
  esp32: { wasm: new URL("../dist/kernels.lx6.wasm", import.meta.url), emulates: "Xtensa's MAC16" },
  "esp32-s3": { wasm: new URL("../dist/kernels.s3.wasm", import.meta.url), emulates: "the ESP32-S3's PIE" },
};

/** The options of a configuration: `{ pack: "@thimble/esp32", options: { chip: "esp32-s3" } }`. */
export interface Esp32Options {
  /** Default is `esp32-c3`. */
  readonly chip?: Chip;
}

/**
 * The pack with the kernels for a chip. What they compute is the same.
 *
 * @throws RangeError for a chip that there is not
 */
export function configure({ chip = "esp32-c3" }: Esp32Options = {}): WasmPack {
  if (!Object.hasOwn(BUILDS, chip))
    throw new RangeError(`there is no chip ${JSON.stringify(chip)}; choose one of ${Object.keys(BUILDS).join(", ")}`);
  return definePack({ id: "@thimble/esp32", builds: [BUILDS[chip]] });
}

/** The pack in plain C: `packs: [await loadPack(esp32), reference]`. */
const esp32: WasmPack = configure();

export default esp32;

/** With the instructions of the ESP32's MAC16, in plain C. */
export const lx6: WasmPack = configure({ chip: "esp32" });

/** With the ESP32-S3's vector instructions, in plain C. */
export const s3: WasmPack = configure({ chip: "esp32-s3" });

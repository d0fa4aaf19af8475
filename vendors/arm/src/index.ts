import { definePack, type WasmBuild, type WasmPack } from "@thimble/abi";

/** Kernels by the instructions that they are written with: plain C (M0, M3), the DSP extension (M4, M7, M33), Helium (M55). */
export type Tier = "plain" | "dsp" | "mve";

const BUILDS: Readonly<Record<Tier, WasmBuild>> = {
  plain: { wasm: new URL("../dist/kernels.wasm", import.meta.url) },
  dsp: { wasm: new URL("../dist/kernels.dsp.wasm", import.meta.url), emulates: "Arm's DSP extension" },
  mve: { wasm: new URL("../dist/kernels.mve.wasm", import.meta.url), emulates: "Arm's Helium" },
};

/** The options of a configuration: `{ pack: "@thimble/arm", options: { tier: "dsp" } }`. */
export interface ArmOptions {
  /** Default is `plain`. */
  readonly tier?: Tier;
}

/**
 * The pack with the kernels of a tier. What they compute is the same.
 *
 * @throws RangeError for a tier that there is not
 */
export function configure({ tier = "plain" }: ArmOptions = {}): WasmPack {
  if (!Object.hasOwn(BUILDS, tier))
    throw new RangeError(`there is no tier ${JSON.stringify(tier)}; choose one of ${Object.keys(BUILDS).join(", ")}`);
  return definePack({ id: "@thimble/arm", builds: [BUILDS[tier]] });
}

/** The pack in plain C: `packs: [await loadPack(arm), reference]`. */
const arm: WasmPack = configure();

/** The pack with one rounding, as CMSIS-NN's flag gives: `packs: [await loadPack(singleRounding), singleReference]`. */
export const singleRounding: WasmPack = definePack({
  id: "@thimble/arm",
  builds: [{ wasm: new URL("../dist/kernels.single.wasm", import.meta.url) }],
});

export default arm;

/** With the DSP extension's instructions, in plain C. */
export const dsp: WasmPack = configure({ tier: "dsp" });

/** With Helium's instructions, in plain C. */
export const mve: WasmPack = configure({ tier: "mve" });

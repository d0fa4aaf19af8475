import { definePack, type WasmBuild, type WasmPack } from "@thimble/abi";

/** Kernels by the instructions that they are written with: plain C (M0, M3), the DSP extension (M4, M7, M33), Helium (M55). */
export type Tier = "plain" | "dsp" | "mve";

const BUILDS: Readonly<Record<Tier, WasmBuild>> = {
  plain: { wasm: new URL("../dist/kernels.wasm", import.meta.url) },
  dsp: { wasm: new URL("../dist/kernels.dsp.wasm", import.meta.url), emulates: "Arm's DSP extension" },
  mve: { wasm: new URL("../dist/kernels.mve.wasm", import.meta.url), emulates: "Arm's Helium" },
};

const SINGLE_ROUNDING: WasmBuild = { wasm: new URL("../dist/kernels.single.wasm", import.meta.url) };

/** The options of a configuration: `{ pack: "@thimble/arm", options: { tier: "dsp" } }`. */
export interface ArmOptions {
  /** What they compute is the same. Default is `plain`. */
  readonly tier?: Tier;
  /** `single` is CMSIS-NN's flag: sums are rounded once. There is a module of the plain tier for it. Default is `double`. */
  readonly rounding?: "double" | "single";
}

/**
 * The pack with the kernels of a tier, or of a rounding.
 *
 * @throws RangeError for a tier that there is not
 */
export function configure({ tier = "plain", rounding = "double" }: ArmOptions = {}): WasmPack {
  const tiers = rounding === "double" ? BUILDS : { plain: SINGLE_ROUNDING };
  const build = Object.entries(tiers).find(([name]) => name === tier)?.[1];
  if (!build)
    throw new RangeError(
      `there is no tier ${JSON.stringify(tier)} with ${rounding} rounding; choose one of ${Object.keys(tiers).join(", ")}`,
    );
  return definePack({ id: "@thimble/arm", builds: [build] });
}

/** The pack in plain C: `packs: [await loadPack(arm), reference]`. */
const arm: WasmPack = configure();

export default arm;

/** With the DSP extension's instructions, in plain C. */
export const dsp: WasmPack = configure({ tier: "dsp" });

/** With Helium's instructions, in plain C. */
export const mve: WasmPack = configure({ tier: "mve" });

/** With one rounding, as CMSIS-NN's flag gives: `packs: [await loadPack(singleRounding), singleReference]`. */
export const singleRounding: WasmPack = configure({ rounding: "single" });

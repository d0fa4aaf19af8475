import { definePack, type WasmPack } from "@thimble/abi";

/** The pack: `packs: [await loadPack(arm), reference]`. */
const arm: WasmPack = definePack({
  id: "@thimble/arm",
  builds: [{ wasm: new URL("../dist/kernels.wasm", import.meta.url) }],
});

/** The pack with one rounding, as CMSIS-NN's flag gives: `packs: [await loadPack(singleRounding), singleReference]`. */
export const singleRounding: WasmPack = definePack({
  id: "@thimble/arm",
  builds: [{ wasm: new URL("../dist/kernels.single.wasm", import.meta.url) }],
});

export default arm;

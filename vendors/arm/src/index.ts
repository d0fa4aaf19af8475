import { definePack, type WasmPack } from "@thimble/abi";

/** The pack: `packs: [await loadPack(arm), reference]`. */
const arm: WasmPack = definePack({
  id: "@thimble/arm",
  builds: [{ wasm: new URL("../dist/kernels.wasm", import.meta.url) }],
});

export default arm;

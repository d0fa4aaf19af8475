import { definePack, type WasmPack } from "@thimble/abi";

/** The pack: `packs: [await loadPack(xtensa), reference]`. */
const xtensa: WasmPack = definePack({
  id: "@thimble/xtensa",
  builds: [{ wasm: new URL("../dist/kernels.wasm", import.meta.url) }],
});

export default xtensa;

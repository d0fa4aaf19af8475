import { definePack, type WasmPack } from "@thimble/abi";

/** The pack: `packs: [await loadPack(portable), reference]`. */
const portable: WasmPack = definePack({
  id: "@thimble/portable",
  builds: [{ wasm: new URL("../dist/kernels.wasm", import.meta.url) }],
});

export default portable;

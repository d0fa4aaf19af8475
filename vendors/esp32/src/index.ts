import { definePack, type WasmPack } from "@thimble/abi";

/** The pack: `packs: [await loadPack(esp32), reference]`. */
const esp32: WasmPack = definePack({
  id: "@thimble/esp32",
  builds: [{ wasm: new URL("../dist/kernels.wasm", import.meta.url) }],
});

export default esp32;

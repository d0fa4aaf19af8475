import { definePack, type WasmPack } from "@thimble/abi";

/** The pack: `packs: [await loadPack(xtensa), reference]`. */
const xtensa: WasmPack = definePack({
  id: "@thimble/xtensa",
  builds: [{ wasm: new URL("../dist/kernels.wasm", import.meta.url), emulates: "Cadence's HiFi" }],
});

export default xtensa;

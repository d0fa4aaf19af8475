import { definePack, type WasmPack } from "@thimble/abi";

/** The pack: `packs: [await loadPack(wasmSimd), reference]`. Engines without SIMD get the same kernels in plain WebAssembly. */
const wasmSimd: WasmPack = definePack({
  id: "@thimble/wasm-simd",
  builds: [
    { wasm: new URL("../dist/kernels.relaxed-simd.wasm", import.meta.url), features: ["simd128", "relaxed-dot-s8u8"] },
    { wasm: new URL("../dist/kernels.simd128.wasm", import.meta.url), features: ["simd128"] },
    { wasm: new URL("../dist/kernels.plain.wasm", import.meta.url) },
  ],
});

export default wasmSimd;

export default {
  id: "arm-single-rounding",
  builds: [{ wasm: new URL("./dist/kernels.plain.wasm", import.meta.url) }],
};

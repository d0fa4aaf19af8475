/** What a bundler for edge workers makes of these files. */
declare module "*.wasm" {
  const module: WebAssembly.Module;
  export default module;
}

declare module "*.tflite" {
  const bytes: ArrayBuffer;
  export default bytes;
}

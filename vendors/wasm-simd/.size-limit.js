/** What an application of the pack downloads: core, schema, abi and the kernels of the build that its engine takes. */
const download = (engine, build) => ({
  name: `core, schema, abi and the kernels for ${engine}`,
  path: ["bench/adapter.js", build],
  limit: "106 kB",
  gzip: true,
  modifyEsbuildConfig: (config) => ({ ...config, format: "esm", loader: { ".wasm": "copy" } }),
});

export default [
  download("relaxed SIMD", "dist/kernels.relaxed-simd.wasm"),
  download("SIMD", "dist/kernels.simd128.wasm"),
];

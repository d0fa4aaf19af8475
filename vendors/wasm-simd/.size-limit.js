/** What an application of the pack downloads: core, schema, abi and the kernels for SIMD. */
export default [
  {
    name: "core, schema, abi and the kernels for SIMD",
    path: ["bench/adapter.js", "dist/kernels.simd128.wasm"],
    limit: "100 kB",
    gzip: true,
    modifyEsbuildConfig: (config) => ({ ...config, format: "esm", loader: { ".wasm": "copy" } }),
  },
];

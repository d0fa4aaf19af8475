/**
 * What an application of the pack downloads: core, schema, abi and the kernels of the build that its engine takes. The
 * definitions of custom operators are not in it: they are loaded when a pack has kernels for one.
 */
const download = (engine, build) => ({
  name: `core, schema, abi and the kernels for ${engine}`,
  path: ["bench/adapter.js", build],
  limit: "100 kB",
  gzip: true,
  // The pack's peers, which would be left out, are downloaded too.
  modifyEsbuildConfig: (config) => ({
    ...config,
    format: "esm",
    external: ["*/custom.js"],
    loader: { ".wasm": "copy" },
  }),
});

export default [
  download("relaxed SIMD", "dist/kernels.relaxed-simd.wasm"),
  download("SIMD", "dist/kernels.simd128.wasm"),
];

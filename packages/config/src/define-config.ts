import type { ThimbleConfig } from "./config.ts";

/**
 * A configuration with its types, for `thimble.config.ts`:
 *
 *     export default defineConfig({
 *       packs: ["@thimble/wasm-simd"],
 *       overrides: [{ operator: "SOFTMAX", pack: "@thimble/kernels-reference" }],
 *     });
 */
export const defineConfig = (config: ThimbleConfig): ThimbleConfig => config;

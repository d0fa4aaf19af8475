/**
 * What a build asks of the engine beyond plain WebAssembly.
 *
 * - `simd128`: vectors of 128 bits
 * - `relaxed-simd`: instructions whose results may differ between machines
 * - `relaxed-dot-s8u8`: those, and `i32x4.relaxed_dot_i8x16_i7x16_add` multiplies its first operand's int8 by its second
 *   one's uint8 exactly, over the whole range
 */
export type WasmFeature = "simd128" | "relaxed-simd" | "relaxed-dot-s8u8";

/** Where a module comes from: its bytes, their address, or the module itself where engines compile nothing at run time. */
export type WasmSource = { readonly href: string } | string | Uint8Array | ArrayBuffer | object;

/** One module of a pack, for engines that have certain features. */
export interface WasmBuild {
  readonly wasm: WasmSource;
  /** Default is none: plain WebAssembly. */
  readonly features?: readonly WasmFeature[];
  /**
   * Instructions of a core that the module's kernels are written with, and compute in plain C here: `Arm's Helium`. What a
   * run of this module proves is that they are right with these meanings.
   */
  readonly emulates?: string;
}

/** A pack of C kernels: a name and the modules that hold them. */
export interface WasmPack {
  /** The package's name, as in the module: `@acme/kernels`. */
  readonly id: string;
  /** In the order of preference: the first whose features the engine has is loaded. */
  readonly builds: readonly WasmBuild[];
}

/**
 * Describes a pack of C kernels: the default export of its package.
 *
 *     export default definePack({
 *       id: "@acme/kernels",
 *       builds: [{ wasm: new URL("./kernels.wasm", import.meta.url), features: ["simd128"] }],
 *     });
 */
export const definePack = (pack: WasmPack): WasmPack => Object.freeze(pack);

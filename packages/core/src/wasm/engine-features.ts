import type { WasmFeature } from "@thimble/abi";
import { HEADER, section } from "./binary-format.ts";
import { webAssembly } from "./webassembly.ts";

const V128 = 0x7b;

/** A module with one function of type () -> v128 and the given body. */
const probe = (body: readonly number[]): Uint8Array =>
  Uint8Array.from([
    ...HEADER,
    ...section(1, 1, 0x60, 0, 1, V128),
    ...section(3, 1, 0),
    ...section(10, 1, body.length + 2, 0, ...body, 0x0b),
  ]);

const SPLAT_ZERO = [0x41, 0x00, 0xfd, 0x0f];

/** Bodies that only an engine with the feature takes: i8x16.splat, and i16x8.relaxed_dot_i8x16_i7x16_s. */
const PROBES: Readonly<Record<WasmFeature, Uint8Array>> = {
  simd128: probe(SPLAT_ZERO),
  "relaxed-simd": probe([...SPLAT_ZERO, ...SPLAT_ZERO, 0xfd, 0x92, 0x02]),
};

/** Whether the engine runs modules that use a feature. */
export const hasFeature = (feature: WasmFeature): boolean =>
  PROBES[feature] !== undefined && (webAssembly()?.validate(PROBES[feature]) ?? false);

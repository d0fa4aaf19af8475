import type { WasmFeature } from "@thimble/abi";
import { webAssembly } from "./webassembly.ts";

/** A module with one function of type () -> v128 and the given body. */
const probe = (body: readonly number[]): Uint8Array =>
  Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...[0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7b],
    ...[0x03, 0x02, 0x01, 0x00],
    ...[0x0a, body.length + 4, 0x01, body.length + 2, 0x00, ...body, 0x0b],
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

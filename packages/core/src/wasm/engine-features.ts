import type { WasmFeature } from "@thimble/abi";
import { HEADER, I32, section, text } from "./binary-format.ts";
import { type WasmFunction, type WebAssemblyApi, webAssembly } from "./webassembly.ts";

/** A module that exports one function `f` of type (i32, i32) -> i32 with the given body. */
const probe = (body: readonly number[]): Uint8Array =>
  Uint8Array.from([
    ...HEADER,
    ...section(1, 1, 0x60, 2, I32, I32, 1, I32),
    ...section(3, 1, 0),
    ...section(7, 1, ...text("f"), 0x00, 0x00),
    ...section(10, 1, body.length + 2, 0, ...body, 0x0b),
  ]);

/** Both parameters in all bytes of a vector each, and lane 0 of a vector of 32-bit lanes. */
const SPLAT_BOTH = [0x20, 0x00, 0xfd, 0x0f, 0x20, 0x01, 0xfd, 0x0f];
const LANE_0 = [0xfd, 0x1b, 0x00];

/** i8x16.add. */
const SIMD = probe([...SPLAT_BOTH, 0xfd, 0x6e, ...LANE_0]);

/** i32x4.relaxed_dot_i8x16_i7x16_add_s onto the first parameter. */
const RELAXED_DOT = probe([...SPLAT_BOTH, 0x20, 0x00, 0xfd, 0x11, 0xfd, 0x93, 0x02, ...LANE_0]);

/** Operands whose products tell all that the instruction may do from int8 by uint8, exactly. */
const EXTREMES = [-128, -1, 127].flatMap((a) => [1, 127, 128, 255].map((b) => [a, b] as const));

function multipliesExactly(api: WebAssemblyApi): boolean {
  try {
    const { f } = new api.Instance(new api.Module(RELAXED_DOT), {}).exports;
    return EXTREMES.every(([a, b]) => (f as WasmFunction)(a, b) === 4 * a * b + a);
  } catch {
    // Places that compile nothing at run time.
    return false;
  }
}

const PROBES: Readonly<Record<WasmFeature, (api: WebAssemblyApi) => boolean>> = {
  simd128: (api) => api.validate(SIMD),
  "relaxed-simd": (api) => api.validate(RELAXED_DOT),
  "relaxed-dot-s8u8": (api) => api.validate(RELAXED_DOT) && multipliesExactly(api),
};

/** All features that the engine, on this machine, has. */
export const engineFeatures = (): readonly WasmFeature[] => (Object.keys(PROBES) as WasmFeature[]).filter(hasFeature);

/** Whether the engine, on this machine, runs modules that use a feature. */
export function hasFeature(feature: WasmFeature): boolean {
  const api = webAssembly();
  return api !== undefined && (PROBES[feature]?.(api) ?? false);
}

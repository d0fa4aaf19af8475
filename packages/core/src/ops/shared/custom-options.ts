import { type FlexValue, readFlexbuffer } from "@thimble/schema/flexbuffer";
import type { UncheckedNode } from "../../operator.ts";

/** A custom operator's options by name. As in TFLM an option that is missing, or is no number, reads as 0. */
export interface CustomOptions {
  has(name: string): boolean;
  /** As int32. */
  integer(name: string): number;
  /** As float32. */
  real(name: string): number;
  boolean(name: string): boolean;
}

const isMap = (value: FlexValue): value is { readonly [key: string]: FlexValue } =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);

const numberOf = (value: FlexValue | undefined): number =>
  typeof value === "number" || typeof value === "boolean" || typeof value === "bigint" ? Number(value) : 0;

/** Reads the FlexBuffer map that holds a custom operator's options; none at all reads as an empty map. */
export function readCustomOptions({ customOptions }: UncheckedNode): CustomOptions {
  const value = customOptions.length > 0 ? readFlexbuffer(customOptions) : {};
  const map = isMap(value) ? value : {};
  return {
    has: (name) => map[name] !== undefined && map[name] !== null,
    integer: (name) => Math.trunc(numberOf(map[name])) | 0,
    real: (name) => Math.fround(numberOf(map[name])),
    boolean: (name) => numberOf(map[name]) !== 0,
  };
}

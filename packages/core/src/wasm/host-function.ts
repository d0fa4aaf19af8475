import { HEADER, I32, section, text } from "./binary-format.ts";
import type { WasmSpace } from "./wasm-space.ts";
import type { WasmFunction } from "./webassembly.ts";

/** A function of the host as C sees it: it takes 32-bit arguments and returns one, or nothing. */
export interface HostFunction {
  readonly arguments: number;
  readonly returns: boolean;
  readonly call: WasmFunction;
}

/** The name of one of up to 26 functions. */
const nameOf = (index: number): string => String.fromCharCode("a".charCodeAt(0) + index);

/**
 * A module that imports functions and exports them again, both by letters: what goes through it has a type, so that
 * the table takes it and C may call it through a pointer.
 */
function trampolines(functions: readonly HostFunction[]): Uint8Array {
  const types = functions.flatMap(({ arguments: count, returns }) => [
    ...[0x60, count, ...new Array<number>(count).fill(I32)],
    ...(returns ? [1, I32] : [0]),
  ]);
  const imports = functions.flatMap((_, i) => [...text("h"), ...text(nameOf(i)), 0x00, i]);
  const exports = functions.flatMap((_, i) => [...text(nameOf(i)), 0x00, i]);
  const { length } = functions;
  return Uint8Array.from([
    ...HEADER,
    ...section(1, length, ...types),
    ...section(2, length, ...imports),
    ...section(7, length, ...exports),
  ]);
}

/** Puts up to 26 JavaScript functions into the table; returns their indices: pointers to C functions. */
export function placeHostFunctions(space: WasmSpace, functions: readonly HostFunction[]): readonly number[] {
  const { api, table } = space;
  const imports = Object.fromEntries(functions.map(({ call }, i) => [nameOf(i), call]));
  const { exports } = new api.Instance(new api.Module(trampolines(functions)), { h: imports });
  const first = table.grow(functions.length);
  return functions.map((_, i) => {
    table.set(first + i, exports[nameOf(i)] as WasmFunction);
    return first + i;
  });
}

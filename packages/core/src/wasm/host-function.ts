import type { WasmSpace } from "./wasm-space.ts";
import type { WasmFunction } from "./webassembly.ts";

/** A function of the host as C sees it: it takes 32-bit arguments and returns one, or nothing. */
export interface HostFunction {
  readonly arguments: number;
  readonly returns: boolean;
  readonly call: WasmFunction;
}

const HEADER = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const I32 = 0x7f;

/** An unsigned LEB128 number below 2^14. */
const number = (value: number): number[] => (value < 0x80 ? [value] : [(value & 0x7f) | 0x80, value >> 7]);

const section = (id: number, content: readonly number[]): number[] => [id, ...number(content.length), ...content];

const letter = (index: number): number => "a".charCodeAt(0) + index;

/**
 * A module that imports functions and exports them again, both by letters: what goes through it has a type, so that
 * the table takes it and C may call it through a pointer.
 */
function trampolines(functions: readonly HostFunction[]): Uint8Array {
  const types = functions.flatMap(({ arguments: count, returns }) => [
    ...[0x60, count, ...new Array<number>(count).fill(I32)],
    ...(returns ? [1, I32] : [0]),
  ]);
  const imports = functions.flatMap((_, i) => [1, letter(0), 1, letter(i), 0x00, i]);
  const exports = functions.flatMap((_, i) => [1, letter(i), 0x00, i]);
  const { length } = functions;
  return Uint8Array.from([
    ...HEADER,
    ...section(1, [length, ...types]),
    ...section(2, [length, ...imports]),
    ...section(7, [length, ...exports]),
  ]);
}

/** Puts up to 26 JavaScript functions into the table; returns their indices: pointers to C functions. */
export function placeHostFunctions(space: WasmSpace, functions: readonly HostFunction[]): readonly number[] {
  const { api, table } = space;
  const imports = Object.fromEntries(functions.map(({ call }, i) => [String.fromCharCode(letter(i)), call]));
  const { exports } = new api.Instance(new api.Module(trampolines(functions)), { a: imports });
  const first = table.grow(functions.length);
  return functions.map((_, i) => {
    table.set(first + i, exports[String.fromCharCode(letter(i))] as WasmFunction);
    return first + i;
  });
}

import type { WasmSpace } from "./wasm-space.ts";
import type { WasmFunction, WebAssemblyApi } from "./webassembly.ts";

/** The type of a function in C's terms: how many 32-bit arguments, and whether it returns one. */
export interface FunctionShape {
  readonly arguments: number;
  readonly returns: boolean;
}

const HEADER = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const I32 = 0x7f;

const section = (id: number, content: readonly number[]): number[] => [id, content.length, ...content];

/**
 * A module that imports a function as `h.f` and exports it again as `f`: what goes through it has a type, so that the
 * table takes it and C may call it through a pointer.
 */
function trampoline({ arguments: count, returns }: FunctionShape): Uint8Array {
  const results = returns ? [1, I32] : [0];
  const type = [1, 0x60, count, ...new Array<number>(count).fill(I32), ...results];
  const [moduleName, fieldName] = ["h".charCodeAt(0), "f".charCodeAt(0)];
  return Uint8Array.from([
    ...HEADER,
    ...section(1, type),
    ...section(2, [1, 1, moduleName, 1, fieldName, 0x00, 0]),
    ...section(7, [1, 1, fieldName, 0x00, 0]),
  ]);
}

/** Puts a JavaScript function into the table and returns its index: a pointer to a C function. */
export function placeHostFunction(space: WasmSpace, shape: FunctionShape, call: WasmFunction): number {
  const index = space.table.grow(1);
  space.table.set(index, typed(space.api, shape, call));
  return index;
}

function typed(api: WebAssemblyApi, shape: FunctionShape, call: WasmFunction): WasmFunction {
  const module = new api.Module(trampoline(shape));
  return new api.Instance(module, { h: { f: call } }).exports.f as WasmFunction;
}

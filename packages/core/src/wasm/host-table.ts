import { type StructName, sizeOf, writeStruct } from "@thimble/abi";
import { type FunctionShape, placeHostFunction } from "./host-function.ts";
import type { WasmSpace } from "./wasm-space.ts";
import type { WasmFunction } from "./webassembly.ts";

/** A function of a table: its shape in C and what it does. The first argument is always the host. */
export interface HostFunction extends FunctionShape {
  readonly call: WasmFunction;
}

/** A function that returns a number or a pointer, with `count` arguments behind the host. */
export const returning = (count: number, call: (...args: number[]) => number): HostFunction => ({
  arguments: count + 1,
  returns: true,
  call: (_, ...args) => call(...args),
});

/** A function that returns nothing. */
export const acting = (count: number, call: (...args: number[]) => number): HostFunction => ({
  arguments: count + 1,
  returns: false,
  call: (_, ...args) => call(...args),
});

/** Places a struct of pointers to functions, and numbers beside them, and returns its address. */
export function placeHostTable(
  space: WasmSpace,
  struct: StructName,
  functions: Readonly<Record<string, HostFunction>>,
  numbers: Readonly<Record<string, number>> = {},
): number {
  const address = space.memory.reserve(sizeOf(struct));
  const pointers = Object.entries(functions).map(([name, { call, ...shape }]) => [
    name,
    placeHostFunction(space, shape, call),
  ]);
  writeStruct(space.view, address, struct, { ...numbers, ...Object.fromEntries(pointers) });
  return address;
}

import { type StructName, sizeOf, writeStruct } from "@thimble/abi";
import { type HostFunction, placeHostFunctions } from "./host-function.ts";
import type { WasmSpace } from "./wasm-space.ts";

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
  const names = Object.keys(functions);
  const pointers = placeHostFunctions(space, Object.values(functions));
  const fields = Object.fromEntries(names.map((name, i) => [name, pointers[i]!]));
  writeStruct(space.view, address, struct, { ...numbers, ...fields });
  return address;
}

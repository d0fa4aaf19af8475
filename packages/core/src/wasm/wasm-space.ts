import type { Memory } from "../memory.ts";
import { type WasmGlobal, type WasmMemory, type WasmTable, type WebAssemblyApi, webAssembly } from "./webassembly.ts";

/**
 * The stack of C kernels: the lowest addresses of a memory, growing towards 0, so that a kernel that needs more traps
 * instead of writing over something.
 */
export const STACK_BYTES: number = 64 * 1024;

/** Leaves a memory's lowest addresses to the stack; nothing of it may be reserved yet. */
export function reserveStack(memory: Memory): void {
  const first = memory.reserve(0);
  memory.reserve(STACK_BYTES - first);
}

/** What is set aside for packs' static data before they are known. */
export const PACK_BYTES: number = 64 * 1024;

/** What the packs of one interpreter share: memory, table of functions and stack. */
export class WasmSpace {
  readonly api: WebAssemblyApi;
  readonly memory: Memory;
  readonly wasmMemory: WasmMemory;
  readonly table: WasmTable;
  readonly stackPointer: WasmGlobal;

  /** @param memory one whose lowest {@link STACK_BYTES} are left to the stack */
  constructor(memory: Memory) {
    this.api = webAssembly()!;
    this.memory = memory;
    this.wasmMemory = memory.wasm!;
    // Index 0 is C's null pointer to a function: it stays empty.
    this.table = new this.api.Table({ element: "anyfunc", initial: 1 });
    this.stackPointer = new this.api.Global({ value: "i32", mutable: true }, STACK_BYTES);
  }

  /** A view of the whole memory; valid until it grows. */
  get view(): DataView {
    return new DataView(this.memory.buffer);
  }

  /** Takes the stack back after a trap left it as it was. */
  unwindStack(): void {
    this.stackPointer.value = STACK_BYTES;
  }
}

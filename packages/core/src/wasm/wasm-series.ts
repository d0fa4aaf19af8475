import type { KernelSeries, RunSteps } from "../kernel.ts";
import { HEADER, I32, section, text } from "./binary-format.ts";
import { statusOfInvoke } from "./invoke-status.ts";
import type { WasmSpace } from "./wasm-space.ts";
import type { WasmFunction, WasmGlobal, WasmModule, WebAssemblyApi } from "./webassembly.ts";

/** Bytes of an entry of the list: a function's index in the table, and the record of its node. */
const ENTRY_BYTES = 8;

/** The body of `run`, with one local: status. */
const LOOP: readonly number[] = [
  ...[1, 1, I32],
  // loop; at = entry
  ...[0x03, 0x40, 0x20, 0x01, 0x24, 0x00],
  // status = (*entry->invoke)(host, entry->node)
  ...[0x20, 0x00, 0x20, 0x01, 0x28, 0x02, 0x04, 0x20, 0x01, 0x28, 0x02, 0x00, 0x11, 0x00, 0x00, 0x22, 0x03],
  // if (status) return status
  ...[0x04, 0x40, 0x20, 0x03, 0x0f, 0x0b],
  // entry += 8; again if entry < end
  ...[0x20, 0x01, 0x41, 0x08, 0x6a, 0x22, 0x01, 0x20, 0x02, 0x49, 0x0d, 0x00, 0x0b],
  // return 0
  ...[0x41, 0x00, 0x0b],
];

/**
 * A module that runs a list of kernels in a memory and a table that it imports:
 *
 *     int run(host, entry, end) {
 *       do {
 *         at = entry;
 *         int status = entry->invoke(host, entry->node);
 *         if (status) return status;
 *       } while (++entry < end);
 *       return 0;
 *     }
 */
const MODULE: Uint8Array = Uint8Array.from([
  ...HEADER,
  // Types: (i32, i32) -> i32 of a kernel's invoke, (i32, i32, i32) -> i32 of run.
  ...section(1, 2, 0x60, 2, I32, I32, 1, I32, 0x60, 3, I32, I32, I32, 1, I32),
  ...section(2, 2, ...text("h"), ...text("m"), 0x02, 0x00, 0x00, ...text("h"), ...text("t"), 0x01, 0x70, 0x00, 0x00),
  ...section(3, 1, 1),
  // A mutable global `at`, 0 at first.
  ...section(6, 1, I32, 0x01, 0x41, 0x00, 0x0b),
  ...section(7, 2, ...text("run"), 0x00, 0x00, ...text("at"), 0x03, 0x00),
  ...section(10, 1, LOOP.length, ...LOOP),
]);

const modules = new WeakMap<WebAssemblyApi, WasmModule>();

function moduleOf(api: WebAssemblyApi): WasmModule {
  const known = modules.get(api) ?? new api.Module(MODULE);
  modules.set(api, known);
  return known;
}

/** What a C kernel prepares: its invoke, and where that stands in the table. */
export interface PreparedNode {
  /** Address of the `thimble_node`. */
  readonly record: number;
  readonly invoke: WasmFunction;
  readonly invokeIndex: number;
}

/** The series of all C kernels in a space: the loop over joined ones is WebAssembly too. */
export class WasmSeries implements KernelSeries {
  readonly #space: WasmSpace;
  readonly #host: number;
  readonly #run: WasmFunction;
  readonly #at: WasmGlobal;

  /** @param host address of the `thimble_host` that kernels get */
  constructor(space: WasmSpace, host: number) {
    this.#space = space;
    this.#host = host;
    const imports = { h: { m: space.wasmMemory, t: space.table } };
    const { run, at } = new space.api.Instance(moduleOf(space.api), imports).exports;
    this.#run = run as WasmFunction;
    this.#at = at as WasmGlobal;
  }

  join(nodes: readonly unknown[], failed: (position: number, cause: unknown) => Error): RunSteps {
    const space = this.#space;
    const host = this.#host;
    const run = this.#run;
    const first = space.memory.reserve(ENTRY_BYTES * nodes.length);
    const end = first + ENTRY_BYTES * nodes.length;
    const { view } = space;
    (nodes as readonly PreparedNode[]).forEach(({ record, invokeIndex }, i) => {
      view.setUint32(first + ENTRY_BYTES * i, invokeIndex, true);
      view.setUint32(first + ENTRY_BYTES * i + 4, record, true);
    });
    // All that a run needs stands in its scope: a small model takes as long as a few loads that wait for each other.
    return () => {
      try {
        return statusOfInvoke(run(host, first, end));
      } catch (cause) {
        space.unwindStack();
        throw failed((this.#at.value - first) / ENTRY_BYTES, cause);
      }
    };
  }
}

import { ABI_MAJOR, ABI_MINOR } from "@thimble/abi";
import { ThimbleError } from "@thimble/schema";
import { checkModule } from "./check-module.ts";
import { readDylink } from "./dylink.ts";
import type { WasmSpace } from "./wasm-space.ts";
import type { WasmFunction, WasmInstance, WasmModule } from "./webassembly.ts";

/** A module in a space: where its description lies, and which functions of the table are its own. */
export interface PlacedModule {
  /** Address of its `thimble_pack`. */
  readonly description: number;
  readonly tableBase: number;
  readonly tableEntries: number;
}

/**
 * Gives a module its static data and its functions' places, and asks it for its description.
 *
 * @param name the pack, for errors
 * @throws ThimbleError `ABI_MISMATCH`, `PACK_IMPORT` or `PACK_INVALID`
 */
export function placeModule(space: WasmSpace, module: WasmModule, name: string): PlacedModule {
  checkModule(space.api, module, name);
  const { memoryBytes, memoryAlignment, tableEntries } = readDylink(space.api, module, name);
  const memoryBase = space.memory.reserve(memoryBytes, Math.max(16, memoryAlignment));
  const tableBase = space.table.grow(tableEntries);
  const constant = (value: number) => new space.api.Global({ value: "i32", mutable: false }, value);
  const call = callGuard(name);
  const instance = call(
    "start",
    () =>
      new space.api.Instance(module, {
        env: {
          memory: space.wasmMemory,
          __indirect_function_table: space.table,
          __memory_base: constant(memoryBase),
          __table_base: constant(tableBase),
          __stack_pointer: space.stackPointer,
        },
      }),
  );
  const run = (entry: string): number => call(entry, () => exportedFunction(instance, entry)?.() ?? 0);
  run("__wasm_apply_data_relocs");
  checkVersion(run("thimble_pack_abi_version"), name);
  run("__wasm_call_ctors");
  return { description: run("thimble_pack_describe") >>> 0, tableBase, tableEntries };
}

const exportedFunction = (instance: WasmInstance, name: string): WasmFunction | undefined =>
  instance.exports[name] as WasmFunction | undefined;

/** What goes wrong inside a module while it is placed is the pack's fault. */
const callGuard =
  (name: string) =>
  <T>(entry: string, call: () => T): T => {
    try {
      return call();
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new ThimbleError("PACK_INVALID", `${name} failed in ${entry}: ${reason}`, { cause });
    }
  };

function checkVersion(version: number, name: string): void {
  const [major, minor] = [version >>> 16, version & 0xffff];
  if (major === ABI_MAJOR && minor <= ABI_MINOR) return;
  const remedy =
    major === ABI_MAJOR || major > ABI_MAJOR
      ? "update @thimble/core, or install an older release of the pack"
      : `install a release of the pack that is built for ${ABI_MAJOR}.x`;
  throw new ThimbleError(
    "ABI_MISMATCH",
    `${name} speaks version ${major}.${minor} of the kernel contract, this host ${ABI_MAJOR}.${ABI_MINOR}; ${remedy}`,
  );
}

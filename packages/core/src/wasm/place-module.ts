import { ABI_MAJOR, ABI_MINOR } from "@thimble/abi";
import { ThimbleError } from "@thimble/schema";
import { reasonOf } from "../reason-of.ts";
import type { DylinkInfo } from "./dylink.ts";
import type { WasmSpace } from "./wasm-space.ts";
import type { WasmFunction, WasmInstance, WasmModule } from "./webassembly.ts";

/** A module in a space, and which functions of the table are its own. */
export interface PlacedModule {
  readonly tableBase: number;
  readonly tableEntries: number;
  /** Calls one of its exported functions; 0 if there is none of that name. */
  call(name: string): number;
}

/**
 * Gives a checked module its static data and its functions' places.
 *
 * @param name the pack, for errors
 * @throws ThimbleError `PACK_INVALID`
 */
export function placeModule(space: WasmSpace, module: WasmModule, needs: DylinkInfo, name: string): PlacedModule {
  const { memoryBytes, memoryAlignment, tableEntries } = needs;
  const memoryBase = space.memory.reserve(memoryBytes, Math.max(16, memoryAlignment));
  const tableBase = space.table.grow(tableEntries);
  const constant = (value: number) => new space.api.Global({ value: "i32", mutable: false }, value);
  const guard = callGuard(name);
  const instance = guard(
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
  const call = (entry: string): number => guard(entry, () => exportedFunction(instance, entry)?.() ?? 0);
  call("__wasm_apply_data_relocs");
  call("__wasm_call_ctors");
  return { tableBase, tableEntries, call };
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
      throw new ThimbleError("PACK_INVALID", `${name} failed in ${entry}: ${reasonOf(cause)}`, { cause });
    }
  };

/**
 * Holds the version of the contract that a module says it speaks against the host's.
 *
 * @throws ThimbleError `ABI_MISMATCH`
 */
export function checkVersion({ call }: PlacedModule, name: string): void {
  const version = call("thimble_pack_abi_version");
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

import { ThimbleError } from "@thimble/schema";
import type { WasmModule, WebAssemblyApi } from "./webassembly.ts";

/** All that the contract gives a pack: without further imports it cannot reach anything but the memory it shares. */
const IMPORTS: Readonly<Record<string, string>> = {
  memory: "memory",
  __indirect_function_table: "table",
  __memory_base: "global",
  __table_base: "global",
  __stack_pointer: "global",
};

const EXPORTS: readonly string[] = ["thimble_pack_abi_version", "thimble_pack_describe"];

/**
 * Checks what a module imports and exports.
 *
 * @throws ThimbleError `PACK_IMPORT` or `PACK_INVALID`, naming the import or export.
 */
export function checkModule(api: WebAssemblyApi, module: WasmModule, name: string): void {
  for (const { module: from, name: what, kind } of api.Module.imports(module))
    if (from !== "env" || IMPORTS[what] !== kind)
      throw new ThimbleError(
        "PACK_IMPORT",
        `${name} imports the ${kind} ${from}.${what}, which the contract does not give; define it in the pack or do without (libc functions: see @thimble/pack-kit)`,
      );
  const exported = api.Module.exports(module).filter(({ kind }) => kind === "function");
  for (const needed of EXPORTS)
    if (!exported.some((entry) => entry.name === needed))
      throw new ThimbleError("PACK_INVALID", `${name} does not export ${needed}; THIMBLE_DEFINE_PACK defines it`);
}

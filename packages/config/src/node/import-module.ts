import { ThimbleError } from "@thimble/core";
import { findModule, type Outlook } from "./find-module.ts";

/**
 * Imports a pack's module by its name or path.
 *
 * @throws ThimbleError `PACK_INVALID` when there is none, or when it fails to load
 */
export async function importModule(name: string, outlook?: Outlook): Promise<Readonly<Record<string, unknown>>> {
  const url = findModule(name, "pack", outlook);
  try {
    return await import(url);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ThimbleError("PACK_INVALID", `pack ${name} fails to load: ${reason}`, { cause });
  }
}

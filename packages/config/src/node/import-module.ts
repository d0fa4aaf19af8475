import { ThimbleError } from "@thimble/core";
import { findModule } from "./find-module.ts";

/**
 * Imports a pack's module by its name or path.
 *
 * @param folder names and paths are seen from there. Default is the current folder
 * @throws ThimbleError `PACK_INVALID` when there is none, or when it fails to load
 */
export async function importModule(
  name: string,
  folder: string = process.cwd(),
): Promise<Readonly<Record<string, unknown>>> {
  const url = findModule(name, "pack", folder);
  try {
    return await import(url);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ThimbleError("PACK_INVALID", `pack ${name} fails to load: ${reason}`, { cause });
  }
}

import { gzipSync } from "node:zlib";
import { loadPack } from "@thimble/core";
import { readBytes } from "../read-bytes.ts";

/** What a module says of itself once everything in it was checked. */
export interface CheckedModule {
  readonly file: string;
  readonly id: string;
  readonly version: string;
  readonly bytes: number;
  readonly gzipBytes: number;
  readonly kernels: readonly { readonly name: string; readonly operator: string; readonly types: string }[];
}

/** Loads a module as an interpreter would: imports, exports, version of the contract and description are checked. */
export async function checkModule(file: string): Promise<CheckedModule> {
  const bytes = await readBytes(file, "PACK_INVALID");
  const { id, version, kernels } = await loadPack(bytes);
  return {
    file,
    id,
    version,
    bytes: bytes.length,
    gzipBytes: gzipSync(bytes, { level: 9 }).length,
    kernels: kernels.map(({ name, operator, types }) => ({ name, operator: operator.name, types })),
  };
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ThimbleError } from "@thimble/core";
import { Cache, digestOf } from "@thimble/pack-kit";
import { requireTool } from "./find-tool.ts";
import { runTool } from "./run-tool.ts";
import type { Tool } from "./target.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";

const SOURCE = fileURLToPath(new URL("../plugin/count.c", import.meta.url));
const FLAGS: readonly string[] = ["-shared", "-fPIC", "-O2", "-fvisibility=hidden"];

/** The host's own compiler, for the plug-in. */
export const COMPILER: Tool = { command: "gcc", package: "gcc" };

/**
 * Builds the plug-in that counts instructions, and gives its path.
 *
 * @param cache the folder in which it is kept
 * @throws ThimbleError `DEVICE_TOOL` where there is no compiler for the host
 */
export async function buildCounter(cache: string): Promise<string> {
  const { path } = requireTool([COMPILER], "counting instructions");
  const digest = digestOf(["counter", path, ...FLAGS, readFileSync(SOURCE)]);
  await new Cache(cache).get(digest, () => inTemporaryFolder((folder) => compile(path, folder)));
  return join(cache, digest);
}

async function compile(compiler: string, folder: string): Promise<Uint8Array> {
  const output = join(folder, "count.so");
  const { code, said } = await runTool(compiler, [...FLAGS, SOURCE, "-o", output]);
  if (code !== 0) throw new ThimbleError("PACK_BUILD", said);
  return readFileSync(output);
}

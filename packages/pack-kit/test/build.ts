import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildModule, type ModuleDescription } from "../src/index.ts";

/** The folder of one of the test packs. */
export const sourcesOf = (pack: string): string => fileURLToPath(new URL(`./packs/${pack}`, import.meta.url));

/** Builds one of the test packs; objects are kept between runs. */
export const build = (pack: string, options: Partial<ModuleDescription> = {}): Promise<Uint8Array> =>
  buildModule({
    id: "@acme/sample",
    version: "1.2.3",
    sources: sourcesOf(pack),
    cache: join(tmpdir(), "thimble-pack-kit-test"),
    ...options,
  });

import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A digest of several texts and files, each with its length so that none runs into the next. */
export function digestOf(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest("hex");
}

/** Results by the digest of all that they depend on, in a folder that may be deleted at any time. */
export class Cache {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** What is kept under a digest, or else what `make` gives, which is kept from then on. */
  async get(digest: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const path = join(this.#directory, digest);
    if (existsSync(path)) return new Uint8Array(readFileSync(path));
    const made = await make();
    mkdirSync(this.#directory, { recursive: true });
    // Written aside and renamed: another process or thread never reads half a file.
    const aside = `${path}.${randomUUID()}`;
    writeFileSync(aside, made);
    renameSync(aside, path);
    return made;
  }
}

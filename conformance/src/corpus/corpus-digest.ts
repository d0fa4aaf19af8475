import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { casesFolder, caseWords } from "./case-files.ts";

/** SHA-256 over all case files, by name. */
export function corpusDigest(): string {
  const hash = createHash("sha256");
  for (const word of caseWords())
    for (const file of readdirSync(join(casesFolder, word)).sort()) {
      hash.update(`${word}/${file}\n`);
      hash.update(readFileSync(join(casesFolder, word, file)));
    }
  return hash.digest("hex");
}

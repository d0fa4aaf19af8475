import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "../sha256.ts";
import { casesFolder, caseWords } from "./case-files.ts";

/** SHA-256 over all case files, by name. */
export const corpusDigest = (): string =>
  sha256(
    ...caseWords().flatMap((word) =>
      readdirSync(join(casesFolder, word))
        .sort()
        .flatMap((file) => [`${word}/${file}\n`, readFileSync(join(casesFolder, word, file))]),
    ),
  );

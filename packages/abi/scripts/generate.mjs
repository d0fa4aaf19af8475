/** Makes `abi.txt` and `src/generated/contract.ts` from the headers. `--check` only compares. */
import { readFileSync, writeFileSync } from "node:fs";
import { readContract } from "./read-contract.mjs";
import { writeGolden } from "./write-golden.mjs";
import { writeTypescript } from "./write-typescript.mjs";

const contract = await readContract();
const outputs = { "abi.txt": writeGolden(contract), "src/generated/contract.ts": writeTypescript(contract) };

for (const [name, text] of Object.entries(outputs)) {
  const path = new URL(`../${name}`, import.meta.url);
  if (!process.argv.includes("--check")) writeFileSync(path, text);
  else if (readFileSync(path, "utf8") !== text) {
    console.error(`${name} does not say what the headers say; run: pnpm --filter @thimble/abi generate`);
    process.exitCode = 1;
  }
}

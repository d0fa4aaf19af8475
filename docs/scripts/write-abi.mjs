/** Writes docs/abi.md: `pnpm --filter @thimble/docs generate`. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { abiPage } from "./abi-page.mjs";

writeFileSync(fileURLToPath(new URL("../abi.md", import.meta.url)), abiPage());

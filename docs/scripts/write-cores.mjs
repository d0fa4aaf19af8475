/** Writes docs/cores.md of a folder that measure-cores.mjs filled: `node docs/scripts/write-cores.mjs FOLDER`. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { coresPage } from "./cores-page.mjs";

const [folder] = process.argv.slice(2);
if (!folder) throw new Error("name the folder with the reports");
writeFileSync(fileURLToPath(new URL("../cores.md", import.meta.url)), coresPage(folder));

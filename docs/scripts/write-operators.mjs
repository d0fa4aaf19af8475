/** Writes docs/operator: a page for each operator, made of its definition, its cases and the packs' reports. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { operatorPages } from "./operator-pages.mjs";

const folder = fileURLToPath(new URL("../operator/", import.meta.url));

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [path, text] of operatorPages()) writeFileSync(join(folder, path), text);

/**
 * Counts the instructions of single nodes with a pack of `vendors`, beside those with another one, and prints a row of its
 * README's table for each: `node docs/scripts/measure-nodes.mjs arm portable cortex-m55 cortex-m4 cortex-m3`.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { nodeModels } from "./nodes.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const [pack, other, ...targets] = process.argv.slice(2);
if (targets.length === 0) throw new Error("name a pack, another one, and the cores");

const folder = mkdtempSync(join(tmpdir(), "thimble-nodes-"));
const model = join(folder, "node.tflite");

/** Instructions of the model with a pack on a target. */
function count(name, target) {
  const args = ["device", model, "--pack", join(root, "vendors", name), "--target", target, "--json"];
  const printed = execFileSync(process.execPath, [join(root, "packages/cli/bin/thimble.js"), ...args], {
    encoding: "utf8",
  });
  return JSON.parse(printed).instructions.toLocaleString("en");
}

console.log(`| node | ${targets.map((target) => `${target} | ${other}`).join(" | ")} |`);
console.log(`|---|${"---|".repeat(2 * targets.length)}`);
for (const [title, bytes] of Object.entries(nodeModels)) {
  writeFileSync(model, bytes);
  const counts = targets.flatMap((target) => [count(pack, target), count(other, target)]);
  console.log(`| ${title} | ${counts.join(" | ")} |`);
}
rmSync(folder, { recursive: true });

// npm test: installs, builds, checks and runs every test; the last line counts them over the whole repository.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { mustSucceed, pnpm, root } from "./pnpm.mjs";

/** Names the corpus beside the project by what it holds, so that cached results are of the same corpus. */
function sharedFingerprint() {
  const folder = join(root, "..", "shared");
  if (!existsSync(folder)) return "absent";
  const hash = createHash("sha256");
  for (const file of readdirSync(folder, { recursive: true }).sort())
    hash.update(`${file} ${statSync(join(folder, file)).size}\n`);
  return hash.digest("hex");
}

mustSucceed(["install", "--frozen-lockfile"], ["exec", "biome", "ci", "."]);

const status = pnpm(
  ["exec", "turbo", "run", "build", "typecheck", "test", "size", "--continue", "--output-logs=new-only"],
  {
    THIMBLE_SHARED: sharedFingerprint(),
  },
);

const total = { passed: 0, failed: 0, skipped: 0 };
for (const folder of ["packages", "vendors", "docs/examples", "."]) {
  if (!existsSync(join(root, folder))) continue;
  for (const name of readdirSync(join(root, folder))) {
    const report = join(root, folder, name, "test-report.json");
    if (!existsSync(report)) continue;
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(report, "utf8"));
    total.passed += numPassedTests;
    total.failed += numFailedTests;
    total.skipped += numPendingTests + numTodoTests;
  }
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(status || (total.failed > 0 ? 1 : 0));

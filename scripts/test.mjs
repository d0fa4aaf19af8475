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
  [
    "exec",
    "turbo",
    "run",
    "build",
    "typecheck",
    "test",
    "size",
    "--continue",
    "--concurrency=100%",
    "--output-logs=new-only",
  ],
  {
    THIMBLE_SHARED: sharedFingerprint(),
  },
);

/** The reports of the packages' test runs. */
function* readReports() {
  for (const folder of ["packages", "vendors", "docs/examples", "."]) {
    if (!existsSync(join(root, folder))) continue;
    for (const name of readdirSync(join(root, folder))) {
      const report = join(root, folder, name, "test-report.json");
      if (existsSync(report)) yield JSON.parse(readFileSync(report, "utf8"));
    }
  }
}

/** What was skipped, by the titles that say why: `whole models … (skipped: no folder ../shared beside the project)`. */
const skippedTitles = ({ testResults }) =>
  testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === "pending" || status === "skipped")
    .map(
      ({ ancestorTitles, title }) => [...ancestorTitles, title].find((text) => text.includes("(skipped: ")) ?? title,
    );

const total = { passed: 0, failed: 0, skipped: 0 };
const skipped = new Map();
for (const report of readReports()) {
  total.passed += report.numPassedTests;
  total.failed += report.numFailedTests;
  total.skipped += report.numPendingTests + report.numTodoTests;
  for (const title of skippedTitles(report)) skipped.set(title, (skipped.get(title) ?? 0) + 1);
}
for (const [title, count] of skipped) console.log(`skipped ${count}: ${title}`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(status || (total.failed > 0 ? 1 : 0));

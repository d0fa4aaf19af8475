import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { formatSupport, parseReport } from "@thimble/conformance/suite";

/** Writes docs/support.md of the reports that are given: `node scripts/write-support.mjs A/report.json B/report.json`. */
const INTRODUCTION = `# Which pack has what

Operators and types of the packs in this repository, made of the reports of their conformance runs: ✓, the cases that the
pack's own kernel passed, and the random models that it ran. Integers are those of the reference bit for bit; floats too,
unless it says "within tolerance". What a kernel declines goes to the next pack. Types are inputs, an arrow, outputs; \`?\`
may be left out, \`...\` repeats, \`|\` separates alternatives. What TensorFlow Lite Micro itself takes is in
[operators.md](operators.md).

Make it anew with \`thimble conform PACK --report DIR\` for each pack, then \`pnpm --filter @thimble/conformance
write-support DIR/report.json…\`.
`;

const paths = process.argv.slice(2);
if (paths.length === 0) throw new Error("give the reports of all packs: A/report.json B/report.json");
const reports = paths.map((path) => parseReport(readFileSync(path, "utf8"), path));
const page = fileURLToPath(new URL("../../docs/support.md", import.meta.url));
writeFileSync(page, `${INTRODUCTION}\n${formatSupport(reports)}\n`);

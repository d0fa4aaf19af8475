/** Puts the table of support, made of the conformance report, into README.md: `npm run readme`. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { formatSupport, parseReport } from "@thimble/conformance/suite";

const pathOf = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));

const report = parseReport(readFileSync(pathOf("dist/conformance/report.json"), "utf8"));
const readme = readFileSync(pathOf("README.md"), "utf8");
const table = `<!-- support -->\n\n${formatSupport([report]).trim()}\n\n<!-- /support -->`;
writeFileSync(pathOf("README.md"), readme.replace(/<!-- support -->.*<!-- \/support -->/s, table));

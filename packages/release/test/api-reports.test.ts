import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { apiReport, entriesOf, reportName } from "./api-report.ts";
import { publicPackages } from "./workspace.ts";

const folder = fileURLToPath(new URL("../api/", import.meta.url));

/** `WRITE_API=1` writes them anew: their difference is what a reviewer reads. */
const writes = process.env.WRITE_API === "1";

const entries = publicPackages.flatMap((each) =>
  entriesOf(each).map((entry) => [reportName(each, entry), each, entry] as const),
);

describe("what packages export is what is written down", () => {
  test.each(entries)("%s", (name, each, entry) => {
    const report = apiReport(each, entry);
    if (writes) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, name), report);
    }
    expect(existsSync(join(folder, name)) ? readFileSync(join(folder, name), "utf8") : "").toBe(report);
  });

  test("no report is of what is gone", () => {
    expect(readdirSync(folder).filter((name) => !entries.some(([known]) => known === name))).toEqual([]);
  });
});

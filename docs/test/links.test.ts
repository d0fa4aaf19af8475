import { existsSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";
import { anchorsOf, docs, pages, readPage } from "./pages.ts";

/** The links of a page to something in the repository. */
const linksOf = (page: string): readonly string[] =>
  [
    ...readPage(page)
      .replace(/^```.*?^```$/gms, "")
      .matchAll(/\]\(([^)\s]+)\)/g),
  ]
    .map(([, link]) => link!)
    .filter((link) => !/^[a-z]+:/.test(link));

/** Where a link leads, seen from the folder of the pages. */
function targetOf(page: string, path: string): string {
  if (path.startsWith("/")) return `${path.slice(1)}${/\.\w+$/.test(path) ? "" : ".md"}`;
  return normalize(join(dirname(page), path));
}

describe("every link leads somewhere", () => {
  test.each(pages)("of %s", (page) => {
    const dead = linksOf(page).filter((link) => {
      const [path = "", anchor] = link.split("#");
      const target = path === "" ? page : targetOf(page, path);
      const isThere = existsSync(join(docs, target)) || existsSync(join(docs, "public", target));
      return !isThere || (anchor !== undefined && target.endsWith(".md") && !anchorsOf(target).has(anchor));
    });
    expect(dead).toEqual([]);
  });
});

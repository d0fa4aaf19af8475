import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the pages. */
export const docs: string = fileURLToPath(new URL("..", import.meta.url));

/** A block of code in a page. */
export interface CodeBlock {
  readonly page: string;
  readonly line: number;
  /** `ts`, `js`, `sh`, `json`, `c` …; empty for plain text. */
  readonly language: string;
  /** The file that it is to be, where it says so: ```` ```c file=kernels/neg.c ````. */
  readonly file: string | undefined;
  readonly code: string;
}

/** What is written by hand, and what is made of other sources and committed. */
const FOLDERS = [".", "start", "from"];

/** Paths of all pages, and of what is beside them in the repository's root. */
export const pages: readonly string[] = [
  ...FOLDERS.flatMap((folder) =>
    readdirSync(join(docs, folder))
      .filter((name) => name.endsWith(".md"))
      .map((name) => (folder === "." ? name : `${folder}/${name}`)),
  ),
  "../README.md",
  "../CONTRIBUTING.md",
].filter((page) => existsSync(join(docs, page)));

export const readPage = (page: string): string => readFileSync(join(docs, page), "utf8");

/** The blocks of code of a page. */
export function codeBlocks(page: string): readonly CodeBlock[] {
  const text = readPage(page);
  return [...text.matchAll(/^```(\w*)(?: file=(\S+))?[^\n]*\n(.*?)^```$/gms)].map((match) => ({
    page,
    line: text.slice(0, match.index).split("\n").length,
    language: match[1]!,
    file: match[2],
    code: match[3]!,
  }));
}

/** Headings as anchors, as the site makes them. */
export const anchorsOf = (page: string): ReadonlySet<string> =>
  new Set(
    [...readPage(page).matchAll(/^#{1,6} (.*)$/gm)].map(([, title]) =>
      title!
        .toLowerCase()
        .replace(/[`*]/g, "")
        .replace(/[^\p{L}\p{N}_]+/gu, "-")
        .replace(/^-+|-+$/g, ""),
    ),
  );

import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { describe, expect, test } from "vitest";

const executablePath = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find(existsSync);

/** Compares the pack with the reference in whatever engine evaluates it, on models that depend on the seed alone. */
const ENTRY = `
  import { comparePacks, generators } from "@thimble/conformance";
  import { loadPack } from "@thimble/core";
  import reference from "@thimble/kernels-reference";
  import fc from "fast-check";

  globalThis.comparePack = async (base64, runs) => {
    const pack = await loadPack(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
    const counts = { same: 0, refused: 0, declined: 0 };
    const different = [];
    for (const { operator, types, models } of generators)
      for (const [i, model] of fc.sample(models, { numRuns: runs, seed: 7 }).entries()) {
        const { status } = await comparePacks(model, i, pack, reference);
        if (status === "differs") different.push(operator + " " + types);
        else counts[status]++;
      }
    return { counts, different };
  };
`;

interface Page {
  comparePack(
    base64: string,
    runs: number,
  ): Promise<{ readonly counts: Readonly<Record<string, number>>; readonly different: string[] }>;
}

async function bundle(): Promise<string> {
  const result = await build({
    stdin: { contents: ENTRY, resolveDir: fileURLToPath(new URL(".", import.meta.url)) },
    bundle: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    write: false,
  });
  return result.outputFiles[0]!.text;
}

describe.skipIf(!executablePath)(
  executablePath ? "in Chromium" : "in Chromium (skipped: no chromium on this machine)",
  () => {
    test("the pack gives what the reference gives", async () => {
      const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];
      const browser = await chromium.launch({ executablePath: executablePath!, headless: true, args });
      try {
        const page = await browser.newPage();
        await page.addScriptTag({ content: await bundle() });
        const module = readFileSync(new URL("../dist/kernels.simd128.wasm", import.meta.url)).toString("base64");
        const { counts, different } = await page.evaluate(
          ([module, runs]) => (globalThis as unknown as Page).comparePack(module as string, runs as number),
          [module, 10],
        );
        expect(different).toEqual([]);
        expect(counts.same).toBeGreaterThan(300);
      } finally {
        await browser.close();
      }
    });
  },
);

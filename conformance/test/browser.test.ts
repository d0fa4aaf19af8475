import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { describe, expect, test } from "vitest";
import { bundleForEngines, casesForEngines } from "./engine-bundle.ts";

const executablePath = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find(existsSync);

/** What the tests use of a page. */
interface Page {
  thimbleReplay(cases: unknown): Promise<string[]>;
  Blob: new (parts: string[], options: { type: string }) => object;
  URL: { createObjectURL(blob: object): string };
  Worker: new (url: string) => { onmessage: (event: { data: unknown }) => void; postMessage(data: unknown): void };
}

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

describe.skipIf(!executablePath)(
  executablePath ? "in Chromium" : "in Chromium (skipped: no chromium on this machine)",
  () => {
    test("runs unchanged in a page and in a worker", async () => {
      const browser = await chromium.launch({ executablePath: executablePath!, headless: true, args: FLAGS });
      try {
        const page = await browser.newPage();
        const script = await bundleForEngines();
        await page.addScriptTag({ content: script });
        const cases = casesForEngines();
        expect(await page.evaluate((cases) => (globalThis as unknown as Page).thimbleReplay(cases), cases)).toEqual([]);
        expect(await page.evaluate(runInWorker, { script, cases })).toEqual([]);
      } finally {
        await browser.close();
      }
    });
  },
);

/** Evaluated in the page. */
function runInWorker({ script, cases }: { script: string; cases: unknown[] }): Promise<unknown> {
  const { Worker, Blob, URL } = globalThis as unknown as Page;
  const answer = "onmessage = async ({ data }) => postMessage(await thimbleReplay(data).catch(String));";
  const worker = new Worker(URL.createObjectURL(new Blob([script, answer], { type: "text/javascript" })));
  return new Promise((resolve) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.postMessage(cases);
  });
}

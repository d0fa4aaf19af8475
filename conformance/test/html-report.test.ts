import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatHtml, type Report } from "../src/suite/index.ts";
import { wrongReport } from "./reports.ts";

const executablePath = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find(existsSync);

const ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];

const report = await wrongReport();
const html = formatHtml(report);

/** A report of as many kernels as the largest pack has, all checks made. */
function largeReport(): Report {
  const [kernel] = report.kernels as [Report["kernels"][number]];
  const checks = Object.fromEntries(Object.keys(report.suite.checks).map((name) => [name, { passed: 97, failed: 0 }]));
  const types = "int8, int8, int32? -> int8";
  const kernels = Array.from({ length: 280 }, (_, i) => ({
    ...kernel,
    kernel: `kernel_number_${i}_s8`,
    checks,
    types,
  }));
  return { ...report, kernels, failures: [] };
}

test("it loads nothing", () => {
  expect(html).toContain("default-src &#39;none&#39;");
  expect(html).not.toMatch(/<(link|img|iframe)\b|<script src|@import|url\(/);
});

test("texts of a pack are no markup", () => {
  const id = `<script>alert("1")</script>`;
  expect(formatHtml({ ...report, pack: { ...report.pack, id } })).not.toContain(id);
});

test("it is small for a large pack", () => {
  expect(formatHtml(largeReport()).length).toBeLessThan(300_000);
});

describe.skipIf(!executablePath)(
  executablePath ? "in Chromium" : "in Chromium (skipped: no chromium on this machine)",
  () => {
    let browser: Browser;
    let page: Page;
    const complaints: string[] = [];

    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: executablePath!, headless: true, args: ARGUMENTS });
      page = await browser.newPage({ viewport: { width: 390, height: 800 } });
      page.on("console", (message) => complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(String(error)));
      await page.setContent(html);
    });
    afterAll(() => browser?.close());

    const rows = (): Promise<string[]> => page.locator("#checks tbody tr:visible th").allTextContents();

    test("the verdict, every kernel and every section are there, and nothing complains", async () => {
      expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("@acme/wrong 1.2.3");
      expect(await page.getByText("Does not conform").isVisible()).toBe(true);
      expect((await rows()).sort()).toEqual(report.kernels.map(({ kernel }) => kernel).sort());
      const links = await page.locator("nav a").evaluateAll((all) => all.map((link) => link.getAttribute("href")!));
      for (const link of links) expect(await page.locator(link).count(), link).toBe(1);
      expect(complaints).toEqual([]);
    });

    test("the filter finds kernels by words, in every table", async () => {
      await page.getByLabel("Find").fill("relu INT8");
      expect(await rows()).toEqual(["relu_s8"]);
      expect(await page.locator("#k-conv_2d_s8").isVisible()).toBe(false);
      expect(await page.locator("#told").textContent()).toBe("1 of 6 kernels");
      await page.getByLabel("Find").fill("");
      expect(await rows()).toHaveLength(6);
    });

    test("only what failed can be seen", async () => {
      await page.getByLabel("only failed").check();
      expect(await rows()).not.toContain("relu_f32");
      expect(await rows()).toContain("abs_nothing");
      await page.getByLabel("only failed").uncheck();
    });

    test("a failing check leads to its failures, with a picture and a command", async () => {
      await page.locator('#checks a[href="#k-conv_2d_s8"]').first().click();
      const failure = page.locator("#k-conv_2d_s8 details").first();
      expect(await failure.getAttribute("open")).not.toBeNull();
      expect(await failure.locator("svg").count()).toBeGreaterThan(2);
      expect(await failure.getByText(/only at index 2.* of dimension 3/).isVisible()).toBe(true);
      expect(await failure.locator(".cmd code").textContent()).toMatch(/^thimble conform @acme\/wrong --cases conv_2d/);
    });

    test("a narrow window scrolls tables, not the page", async () => {
      const [inner, outer] = (await page.evaluate("[document.documentElement.scrollWidth, innerWidth]")) as [
        number,
        number,
      ];
      expect(inner).toBeLessThanOrEqual(outer);
    });
  },
);

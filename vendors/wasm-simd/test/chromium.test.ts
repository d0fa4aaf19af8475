import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { caseFile, isWaived, operatorsWithCases } from "@thimble/conformance/recorded-cases";
import { build } from "esbuild";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import description from "../src/index.ts";
import { isFast } from "./builds.ts";

const executablePath = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find(existsSync);

/** Compares the pack with the reference in whatever engine evaluates it, on models that depend on the seed alone. */
const ENTRY = `
  import { checkRandom, generators, parseRecordedCases, replayCase } from "@thimble/conformance";
  import { hasFeature, loadPack } from "@thimble/core";
  import reference from "@thimble/kernels-reference";

  const packOf = (base64) => loadPack(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));

  globalThis.lackOf = (features) => features.find((feature) => !hasFeature(feature));

  globalThis.compareModels = async (base64, runs) => {
    const pack = await packOf(base64);
    const operators = new Set(pack.kernels.map(({ operator }) => operator.name));
    const counts = {};
    const counterexamples = [];
    for (const generator of generators.filter(({ operator }) => operators.has(operator))) {
      const onResult = ({ status }) => (counts[status] = (counts[status] ?? 0) + 1);
      const counterexample = await checkRandom(generator, pack, { runs, seed: 7, onResult });
      if (counterexample) counterexamples.push(counterexample.line);
    }
    return { counts, counterexamples };
  };

  globalThis.replayCases = async (base64, cases) => {
    const packs = [await packOf(base64), reference];
    const failed = [];
    for (const recorded of parseRecordedCases(cases, "recorded"))
      if ((await replayCase(recorded, { packs })).status !== "passed") failed.push(recorded.name);
    return failed;
  };
`;

interface Engine {
  lackOf(features: readonly string[]): string | undefined;
  compareModels(
    base64: string,
    runs: number,
  ): Promise<{ readonly counts: Readonly<Record<string, number>>; readonly counterexamples: string[] }>;
  replayCases(base64: string, cases: string): Promise<readonly string[]>;
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

const recordedCases = (): string =>
  operatorsWithCases
    .flatMap((operator) => readFileSync(caseFile(operator), "utf8").split("\n"))
    .filter((line) => line !== "" && !isWaived(JSON.parse(line).name))
    .join("\n");

/** Calls one of the functions that the bundle defines in the page. */
const call = <K extends keyof Engine>(page: Page, name: K, ...args: Parameters<Engine[K]>) =>
  page.evaluate(
    ([name, args]) => (globalThis as never as Record<string, (...args: unknown[]) => unknown>)[name]!(...args),
    [name, args] as [string, unknown[]],
  ) as Promise<Awaited<ReturnType<Engine[K]>>>;

describe.skipIf(!executablePath)(
  executablePath ? "in Chromium" : "in Chromium (skipped: no chromium on this machine)",
  () => {
    let browser: Browser;
    let page: Page;

    beforeAll(async () => {
      const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];
      browser = await chromium.launch({ executablePath: executablePath!, headless: true, args });
      page = await browser.newPage();
      await page.addScriptTag({ content: await bundle() });
    });

    afterAll(() => browser?.close());

    const fast = description.builds.filter(isFast);

    test.for(fast)("the build for $features", async ({ wasm, features = [] }, { skip }) => {
      const lacking = await call(page, "lackOf", features);
      if (lacking !== undefined) return skip(`this browser lacks ${lacking}`);
      const module = readFileSync(wasm as URL).toString("base64");
      const { counts, counterexamples } = await call(page, "compareModels", module, 10);
      expect(counterexamples).toEqual([]);
      expect(counts.passed).toBeGreaterThan(300);
      expect(await call(page, "replayCases", module, recordedCases())).toEqual([]);
    });
  },
);

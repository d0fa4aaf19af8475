import { existsSync } from "node:fs";
import { join } from "node:path";
import { missingShared, sharedFolder, titled as titledWith } from "@thimble/goldens";
import { type Browser, chromium, type Page } from "playwright-core";
import { type PreviewServer, preview } from "vite";

const executablePath = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find((path) => existsSync(path));

const missing = executablePath === undefined ? "no chromium on this machine" : missingShared;

export const canRun: boolean = missing === undefined;

/** A title that says why a test is skipped. */
export const titled = (title: string): string => titledWith(title, missing);

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The built page in a browser, with models from the folder beside the project. */
export interface OpenPage {
  readonly page: Page;
  /** What the page complained of. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Opens the page that a folder was built into. */
export async function openPage(root: string, args: readonly string[] = []): Promise<OpenPage> {
  const server: PreviewServer = await preview({ root, logLevel: "silent", preview: { port: 0, host: "127.0.0.1" } });
  const browser: Browser = await chromium.launch({
    executablePath: executablePath!,
    headless: true,
    args: [...FLAGS, ...args],
  });
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.route("**/*.tflite", (route) => {
    const name = new URL(route.request().url()).pathname.split("/").at(-1)!;
    return route.fulfill({ path: join(sharedFolder, "models", name) });
  });
  await page.goto(server.resolvedUrls!.local[0]!);
  const close = async () => {
    await browser.close();
    await server.close();
  };
  return { page, complaints, close };
}

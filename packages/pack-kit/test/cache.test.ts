import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "thimble-cache-"));

afterAll(() => rmSync(folder, { recursive: true }));

/** A thread that asks for many results, each of which its own making gives. */
const thread = `
  const { workerData, parentPort } = require("node:worker_threads");
  import(workerData.module).then(async ({ Cache }) => {
    const cache = new Cache(workerData.folder);
    for (let i = 0; i < 300; i++) {
      const bytes = await cache.get("result" + i, async () => new Uint8Array(1000).fill(i));
      if (bytes.length !== 1000 || bytes.some((byte) => byte !== i % 256)) throw new Error("result " + i + " is another's");
    }
    parentPort.postMessage("done");
  }).catch((error) => { throw error; });`;

test("threads that make the same at once find whole files, and leave nothing else", async () => {
  const module = new URL("../dist/cache.js", import.meta.url).href;
  const threads = Array.from({ length: 4 }, () => new Worker(thread, { eval: true, workerData: { module, folder } }));
  const ends = threads.map((worker) => new Promise((end, fail) => worker.once("message", end).once("error", fail)));
  await expect(Promise.all(ends)).resolves.toEqual(["done", "done", "done", "done"]);
  expect(readdirSync(folder)).toHaveLength(300);
});

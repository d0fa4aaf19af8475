import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { ModuleDescription } from "@thimble/pack-kit";
import type { Mutant } from "./mutant.ts";

const HEADER = "kernel.h";

const folderOfKernels = fileURLToPath(new URL("./kernels", import.meta.url));
const cache = fileURLToPath(new URL("../../node_modules/.cache/thimble-mutants", import.meta.url));

/** The right kernels: what each file of C is called, without its ending. */
export const rightKernels: readonly string[] = readdirSync(folderOfKernels)
  .filter((file) => file.endsWith(".c"))
  .map((file) => file.slice(0, -2))
  .sort();

const textOf = (source: string): string => readFileSync(join(folderOfKernels, `${source}.c`), "utf8");

/** What is to be built: a kernel's text under a name. */
export interface Source {
  /** `conv_2d_s8`, or for a mutant `conv_2d_s8/padding-is-0`. */
  readonly id: string;
  /** The file that the text stands for. */
  readonly source: string;
  readonly text: string;
}

export const rightSource = (source: string): Source => ({ id: source, source, text: textOf(source) });

/** The text of a mutant. Throws where the text to be replaced is not found exactly once. */
export function mutantSource({ id, source, replace: [right, wrong] }: Mutant): Source {
  const parts = textOf(source).split(right);
  if (parts.length !== 2)
    throw new Error(`${id}: the text to be replaced is found ${parts.length - 1} times in ${source}.c: ${right}`);
  return { id, source, text: parts.join(wrong) };
}

interface Job {
  readonly id: string;
  readonly description: ModuleDescription;
}

type Answer = { readonly id: string } & ({ readonly bytes: Uint8Array } | { readonly failure: string });

/** Builds the share of one worker. */
function buildShare(share: readonly Job[], modules: Map<string, Uint8Array>): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./build-worker.mjs", import.meta.url), { workerData: share });
    worker.on("message", (answer: Answer) => {
      if ("bytes" in answer) modules.set(answer.id, answer.bytes);
      else reject(new Error(`${answer.id} does not build: ${answer.failure}`));
    });
    worker.on("error", reject);
    worker.on("exit", () => resolve());
  });
}

/** Writes a source into a folder of its own, from which a module is built. */
function layOut({ id, source, text }: Source, folder: string): Job {
  mkdirSync(folder);
  copyFileSync(join(folderOfKernels, HEADER), join(folder, HEADER));
  writeFileSync(join(folder, `${source}.c`), text);
  return { id, description: { id: "@thimble/mutant", version: "1.0.0", sources: folder, cache } };
}

/**
 * Builds each source into a module of WebAssembly, on all cores; what was built before comes from the cache. Returns the
 * modules by the ids of the sources.
 */
export async function buildSources(sources: readonly Source[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const folder = mkdtempSync(join(tmpdir(), "thimble-mutants-"));
  try {
    const jobs = sources.map((source, i) => layOut(source, join(folder, String(i))));
    const workers = Math.min(availableParallelism(), jobs.length);
    const shares = Array.from({ length: workers }, (_, k) => jobs.filter((_, i) => i % workers === k));
    const modules = new Map<string, Uint8Array>();
    await Promise.all(shares.map((share) => buildShare(share, modules)));
    return modules;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

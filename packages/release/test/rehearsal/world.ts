import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pack, publicPackages } from "../workspace.ts";
import { type Registry, startRegistry } from "./registry.ts";

export const MINUTES = 60_000;

/** A machine outside the repository, for which all packages are published. */
export interface World {
  /** The folder where everything happens. */
  readonly base: string;
  /** What npm needs to find the packages. */
  readonly env: NodeJS.ProcessEnv;
  /** Runs a command in a folder and gives what it prints. */
  run(cwd: string, command: string, ...args: readonly string[]): string;
  close(): void;
}

/** Publishes every package in a registry of its own. */
export async function makeWorld(): Promise<World> {
  const base = mkdtempSync(join(tmpdir(), "thimble-rehearsal-"));
  const registry = await startRegistry(join(base, "registry"));
  const run = (cwd: string, command: string, ...args: readonly string[]): string =>
    execFileSync(command, args, {
      cwd,
      env: { ...registry.env, RUNS: "5", CI: "true" },
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      maxBuffer: 1 << 28,
    });
  await publishAll(base, run);
  return { base, env: registry.env, run, close: () => closeWorld(registry, base) };
}

async function publishAll(base: string, run: World["run"]): Promise<void> {
  const tarballs = join(base, "tarballs");
  mkdirSync(tarballs);
  for (const each of publicPackages) run(base, "npm", "publish", await pack(each, tarballs), "--access", "public");
}

function closeWorld(registry: Registry, base: string): void {
  registry.close();
  rmSync(base, { recursive: true, force: true, maxRetries: 5 });
}

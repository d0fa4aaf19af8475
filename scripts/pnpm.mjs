import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

const { packageManager } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

/** Runs the pnpm that the project names, fetched by npx where the machine has none; returns its exit code. */
export function pnpm(args, env = {}) {
  const { status } = spawnSync("npx", ["--yes", "--loglevel=error", packageManager, ...args], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  return status ?? 1;
}

/** Runs steps in order and ends the process with the code of the first that fails. */
export function mustSucceed(...steps) {
  for (const args of steps) {
    const status = pnpm(args);
    if (status !== 0) process.exit(status);
  }
}

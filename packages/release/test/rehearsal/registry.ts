import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname, join } from "node:path";

/** A registry on this machine. */
export interface Registry {
  readonly url: string;
  /** What npm needs to use it: it stands for every package, and hands on what is not ours. */
  readonly env: NodeJS.ProcessEnv;
  close(): void;
}

/** Ours are published here and nowhere else; all others come from npm's registry. */
const config = (folder: string): string => `
storage: ${join(folder, "storage")}
uplinks:
  npmjs:
    url: https://registry.npmjs.org/
    timeout: 60s
    maxage: 30m
packages:
  "@thimble/*": { access: $all, publish: $all, unpublish: $all }
  "create-thimble-pack": { access: $all, publish: $all, unpublish: $all }
  "@acme/*": { access: $all, publish: $all, unpublish: $all }
  "@example/*": { access: $all, publish: $all, unpublish: $all }
  "**": { access: $all, proxy: npmjs }
max_body_size: 100mb
log: { type: stdout, format: json, level: fatal }
`;

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

async function untilItAnswers(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) throw new Error(`the registry ended with ${child.exitCode}`);
    if (
      await fetch(`${url}-/ping`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the registry does not answer");
}

/** Starts a registry that keeps its packages in a folder. */
export async function startRegistry(folder: string): Promise<Registry> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "config.yaml");
  writeFileSync(path, config(folder));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const manifest = createRequire(import.meta.url).resolve("verdaccio/package.json");
  const child = spawn(
    process.execPath,
    [join(dirname(manifest), "bin/verdaccio"), "--config", path, "--listen", `127.0.0.1:${port}`],
    {
      stdio: "ignore",
      cwd: folder,
    },
  );
  await untilItAnswers(url, child);
  const npmrc = join(folder, "npmrc");
  // npm publishes for somebody only; the registry lets anybody.
  writeFileSync(npmrc, `registry=${url}\n//127.0.0.1:${port}/:_authToken=anybody\n`);
  const { npm_config_registry: _, ...inherited } = process.env;
  const env = {
    ...inherited,
    npm_config_userconfig: npmrc,
    npm_config_cache: join(folder, "cache"),
    npm_config_update_notifier: "false",
  };
  return { url, env, close: () => void child.kill() };
}

/** Whether npm's own registry can be reached: what is not ours comes from there. */
export async function isOnline(attempts = 3): Promise<boolean> {
  const ping = () => fetch("https://registry.npmjs.org/-/ping", { signal: AbortSignal.timeout(20_000) });
  const isThere = await ping().then(
    ({ ok }) => ok,
    () => false,
  );
  return isThere || (attempts > 1 && isOnline(attempts - 1));
}

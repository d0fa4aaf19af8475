import { execFile, execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

export const root: string = fileURLToPath(new URL("../../..", import.meta.url));

/** A package that is published. */
export interface PublicPackage {
  readonly name: string;
  readonly version: string;
  readonly folder: string;
}

/** The packages that are published. */
export const publicPackages: readonly PublicPackage[] = ["packages", "vendors", "."]
  .flatMap((parent) => readdirSync(join(root, parent)).map((name) => join(root, parent, name)))
  .flatMap((folder) => {
    try {
      const { name, version, private: isPrivate } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      return isPrivate ? [] : [{ name, version, folder }];
    } catch {
      return [];
    }
  });

const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** Packs a package as it would be published, but for what `prepack` does; gives the tarball's path. */
export async function pack({ folder }: PublicPackage, destination: string): Promise<string> {
  const args = ["--yes", "--loglevel=error", packageManager, "pack", "--json", "--pack-destination", destination];
  const { stdout } = await run("npx", args, {
    cwd: folder,
    env: { ...process.env, npm_config_ignore_scripts: "true" },
    maxBuffer: 1 << 26,
  });
  return JSON.parse(stdout.slice(stdout.indexOf("{"))).filename;
}

/** The files in a tarball, without the folder that npm puts around them. */
export const filesIn = (tarball: string): readonly string[] =>
  execFileSync("tar", ["tzf", tarball], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((path) => path.replace(/^package\//, ""))
    .sort();

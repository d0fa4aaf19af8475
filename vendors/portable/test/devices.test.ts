import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type DeviceCompiler, deviceCompilers } from "@thimble/abi/device-compilers";
import { describe, expect, test } from "vitest";

const kernels = fileURLToPath(new URL("../kernels", import.meta.url));
const sources = readdirSync(kernels).filter((name) => name.endsWith(".c"));
const includeOf = (name: string): string =>
  join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), "include");

/** What a device's build takes: no library, and every warning is an error. */
const FLAGS = [
  ...["-std=c11", "-O2", "-ffreestanding", "-Wall", "-Wextra", "-Werror", "-c"],
  ...[includeOf("@thimble/abi"), includeOf("@thimble/pack-kit"), kernels].map((folder) => `-I${folder}`),
  ...['-DTHIMBLE_PACK_ID="@thimble/portable"', '-DTHIMBLE_PACK_VERSION="0"'],
];

const isInstalled = (command: string): boolean => spawnSync(command, ["--version"]).status === 0;

/** What the compiler says of all sources. */
function complaintsOf({ command, flags }: DeviceCompiler): string {
  const folder = mkdtempSync(join(tmpdir(), "thimble-portable-"));
  try {
    const paths = sources.map((name) => join(kernels, name));
    const { status, stderr } = spawnSync(command, [...flags, ...FLAGS, ...paths], { cwd: folder, encoding: "utf8" });
    return status === 0 ? stderr : `exit code ${status}\n${stderr}`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("the kernels compile without a warning and without a library", () => {
  for (const compiler of deviceCompilers)
    test.skipIf(!isInstalled(compiler.command))(`${compiler.core} (skipped without ${compiler.command})`, () => {
      expect(complaintsOf(compiler)).toBe("");
    });
});

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { deviceCompilers } from "@thimble/abi/device-compilers";
import { describe, expect, test } from "vitest";

const include = fileURLToPath(new URL("../include", import.meta.url));
const abi = join(dirname(createRequire(import.meta.url).resolve("@thimble/abi/package.json")), "include");
const names = readdirSync(join(include, "thimble/kit")).sort();
const page = readFileSync(new URL("../../../docs/packs.md", import.meta.url), "utf8");

const isInstalled = (command: string): boolean => spawnSync(command, ["--version"]).status === 0;

test.each(names)("docs/packs.md has %s", (name) => {
  expect(page).toMatch(new RegExp(`[\`/]${name.replace(".", "\\.")}\``));
});

describe("every header compiles alone, without a warning and without a library", () => {
  for (const { core, command, flags } of deviceCompilers)
    test.skipIf(!isInstalled(command))(`${core} (skipped without ${command})`, () => {
      const folder = mkdtempSync(join(tmpdir(), "thimble-kit-"));
      try {
        const sources = names.map((name) => join(folder, name.replace(/h$/, "c")));
        sources.forEach((path, i) => {
          writeFileSync(path, `#include <thimble/kit/${names[i]}>\n#include <thimble/kit/${names[i]}>\n`);
        });
        const strict = ["-std=c11", "-ffreestanding", "-fsyntax-only", "-Wall", "-Wextra", "-Wpedantic", "-Werror"];
        const run = () => execFileSync(command, [...flags, ...strict, `-I${abi}`, `-I${include}`, ...sources]);
        expect(run).not.toThrow();
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
});

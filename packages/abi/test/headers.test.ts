import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compile, everyHeader, headerNames } from "../scripts/headers.mjs";
import { deviceCompilers } from "../src/device-compilers.ts";
import { layoutAsserts } from "./layout-asserts.ts";

const include = fileURLToPath(new URL("../include", import.meta.url));
const strict = ["-Wall", "-Wextra", "-Wpedantic", "-Werror"];
const source = everyHeader + layoutAsserts();

describe("the headers compile without warnings, with the layouts that TypeScript has", () => {
  it.each([
    ["C11", ["-std=c11"], "source.c"],
    ["C++17", ["-x", "c++", "-std=c++17", "-nostdinc++"], "source.cc"],
  ])("for wasm32 as %s", async (_, standard, name) => {
    await expect(compile(source, [...standard, ...strict, "-fsyntax-only"], name)).resolves.toMatchObject({
      complaints: "",
    });
  });

  it.each([...headerNames, "thimble/ext/draft/profiler.h"])("%s alone, twice", async (name) => {
    const twice = `#include <${name}>\n`.repeat(2);
    await expect(compile(twice, ["-std=c11", ...strict, "-fsyntax-only"])).resolves.toMatchObject({ complaints: "" });
  });

  it("and a wrong belief about a layout does not compile", async () => {
    const wrong = source.replace("sizeof(thimble_tensor) == 12", "sizeof(thimble_tensor) == 16");
    await expect(compile(wrong, ["-std=c11", "-fsyntax-only"])).rejects.toThrow("size of thimble_tensor");
  });
});

const isInstalled = (command: string): boolean => spawnSync(command, ["--version"]).status === 0;

describe("the layouts are the same on devices", () => {
  for (const { core, command, flags } of deviceCompilers)
    it.skipIf(!isInstalled(command))(`${core} (skipped without ${command})`, () => {
      const directory = mkdtempSync(join(tmpdir(), "thimble-abi-"));
      try {
        const path = join(directory, "source.c");
        writeFileSync(path, source);
        const freestanding = ["-std=c11", "-ffreestanding", "-fsyntax-only", `-I${include}`];
        expect(() =>
          execFileSync(command, [...flags, ...freestanding, ...strict, path], { stdio: "pipe" }),
        ).not.toThrow();
      } finally {
        rmSync(directory, { recursive: true });
      }
    });
});

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";

const hasCompiler = spawnSync("gcc", ["--version"]).status === 0;
const source = fileURLToPath(new URL("./arithmetic/check.c", import.meta.url));

it.skipIf(!hasCompiler)(
  `Xtensa's programs compute as the host does, on a million random operands${hasCompiler ? "" : " (skipped: no gcc)"}`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), "thimble-arithmetic-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const program = join(folder, "check");
    const compiled = spawnSync("gcc", ["-O2", "-fno-builtin", source, "-o", program], { encoding: "utf8" });
    expect(compiled).toMatchObject({ status: 0 });
    expect(spawnSync(program, { encoding: "utf8" })).toMatchObject({ status: 0, stdout: "" });
  },
);

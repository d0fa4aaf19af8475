import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, describe, expect, test } from "vitest";
import { filesIn, pack, publicPackages, root } from "./workspace.ts";

const folder = mkdtempSync(join(tmpdir(), "thimble-tarballs-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bin = (name: string): string => join(root, "packages/release/node_modules/.bin", name);

describe.each(publicPackages)("$name", (each) => {
  const tarball = pack(each, folder);

  test("holds no tests, no sources that it does not ship on purpose, no caches", async () => {
    const strays = filesIn(await tarball).filter(
      (path) =>
        !path.startsWith("template/") &&
        /(^|\/)(test|tests|src|\.turbo|node_modules|coverage)\/|\.test\.|(^|\/)(tsconfig|vitest)\./.test(path),
    );
    expect(strays).toEqual([]);
  });

  test("has what npm shows of it", async () => {
    const files = filesIn(await tarball);
    expect(files).toContain("package.json");
    expect(files).toContain("README.md");
    const { license, description, engines } = JSON.parse(readFileSync(join(each.folder, "package.json"), "utf8"));
    expect({ license, node: engines.node }).toEqual({ license: "Apache-2.0", node: ">=20" });
    expect(description).toMatch(/\.$/);
  });

  test("publint finds nothing", async () => {
    const data = readFileSync(await tarball);
    const { messages, pkg } = await publint({ pack: { tarball: new Uint8Array(data).buffer }, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg!, { color: false }))).toEqual([]);
  });

  test("its types are those of its modules", async () => {
    const { status, stdout } = spawnSync(
      bin("attw"),
      [await tarball, "--profile", "esm-only", "--format", "table-flipped", "--no-emoji"],
      {
        encoding: "utf8",
      },
    );
    expect(status, stdout).toBe(0);
  });
});

describe("the workspace as a whole", () => {
  test.each([
    ["knip", ["--no-progress"]],
    ["sherif", []],
  ])("%s finds nothing", (name, args) => {
    const { status, stdout, stderr } = spawnSync(bin(name), args, { cwd: root, encoding: "utf8" });
    expect(status, stdout + stderr).toBe(0);
  });
});

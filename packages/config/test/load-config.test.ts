import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { findConfig, loadConfig } from "../src/node/index.ts";

const acme = fileURLToPath(new URL("./fixtures/acme.mjs", import.meta.url));

/** A folder with a configuration. */
function folderWith(name: string, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "thimble-config-"));
  writeFileSync(join(folder, name), text);
  return folder;
}

const idsOf = async (path: string, environment?: string): Promise<readonly string[]> =>
  (await loadConfig({ path, environment })).options.packs.map(({ id }) => id);

describe("a configuration is read from", () => {
  const object = `{ "packs": [${JSON.stringify(acme)}], "environments": { "plain": { "packs": [] } } }`;
  const files: readonly [string, string][] = [
    ["thimble.config.json", object],
    ["thimble.config.js", `export default ${object};`],
    ["thimble.config.mjs", `export default ${object};`],
    [
      "thimble.config.ts",
      `type Packs = readonly string[];\nconst packs: Packs = [${JSON.stringify(acme)}];\nexport default { packs, environments: { plain: { packs: [] } } } as const;`,
    ],
  ];

  test.each(files)("%s", async (name, text) => {
    const path = join(folderWith(name, text), name);
    expect(await idsOf(path)).toEqual(["@acme/kernels", "@thimble/kernels-reference"]);
    expect(await idsOf(path, "plain")).toEqual(["@thimble/kernels-reference"]);
  });
});

test("the nearest configuration above a folder is found", () => {
  const folder = folderWith("thimble.config.json", "{}");
  const below = join(folder, "a", "b");
  mkdirSync(below, { recursive: true });
  expect(findConfig(below)).toBe(join(folder, "thimble.config.json"));
});

test("packs are seen from the configuration's folder", async () => {
  const folder = folderWith("thimble.config.json", '{ "packs": ["./pack.mjs"] }');
  writeFileSync(join(folder, "pack.mjs"), 'export default { id: "@acme/beside", version: "1.0.0", kernels: [] };');
  expect(await idsOf(join(folder, "thimble.config.json"))).toEqual(["@acme/beside", "@thimble/kernels-reference"]);
});

describe("a file that cannot be used is named", () => {
  const files: readonly [string, string, RegExp][] = [
    ["thimble.config.json", "{", /thimble\.config\.json: fails to load: .*JSON/],
    ["thimble.config.ts", "export default {", /thimble\.config\.ts: fails to load: /],
    [
      "thimble.config.mjs",
      "export const x = 1;",
      /thimble\.config\.mjs: has no default export; write export default defineConfig/,
    ],
    ["thimble.config.json", '{ "planer": "greedy" }', /^planer: there is no such key/],
  ];

  test.each(files)("%s %s", async (name, text, message) => {
    const path = join(folderWith(name, text), name);
    await expect(loadConfig({ path })).rejects.toMatchObject({
      code: "CONFIG_INVALID",
      message: expect.stringMatching(message),
    });
  });

  test("one that is not there", async () => {
    await expect(loadConfig({ path: "/nowhere/thimble.config.ts" })).rejects.toMatchObject({
      code: "CONFIG_INVALID",
      message: "/nowhere/thimble.config.ts: there is no such file",
    });
  });
});

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { buildModule, buildPack } from "../src/index.ts";
import { sourcesOf } from "./build.ts";

const folder = (files: Readonly<Record<string, string>>): string => {
  const directory = mkdtempSync(join(tmpdir(), "thimble-pack-"));
  mkdirSync(join(directory, "kernels"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), content);
  }
  return directory;
};

const packageJson = (pack: unknown) =>
  JSON.stringify({ name: "@acme/kernels", version: "1.0.0", ...(pack === undefined ? {} : { thimble: { pack } }) });

const sample = { id: "@acme/sample", version: "1.2.3", sources: sourcesOf("sample") };

test("the same sources give the same bytes", async () => {
  expect(await buildModule(sample)).toEqual(await buildModule(sample));
});

test("what has not changed is not compiled again", async () => {
  const cache = join(mkdtempSync(join(tmpdir(), "thimble-cache-")), "objects");
  const module = await buildModule({ ...sample, cache });
  const kept = readdirSync(cache);
  expect(kept).toHaveLength(2);
  for (const name of kept)
    if (readFileSync(join(cache, name)).length !== module.length) writeFileSync(join(cache, name), "");
  expect(await buildModule({ ...sample, cache })).toEqual(module);
});

test("a fault in the C is told as the compiler tells it", async () => {
  const directory = folder({
    "package.json": packageJson({ builds: { "k.wasm": [] } }),
    "kernels/a.c": "int f(void) { return x; }",
  });
  await expect(buildPack(directory)).rejects.toMatchObject({
    code: "PACK_BUILD",
    message: expect.stringMatching(/pack\/a\.c:1:\d+: error: use of undeclared identifier 'x'/),
  });
});

test("a folder's flags are for its sources alone", async () => {
  const files = {
    "kernels/a.c": "#ifdef FAST\n#error fast\n#endif\nint a;",
    "kernels/inner/b.c": "#ifdef FAST\n#error as told\n#endif\nint b;",
  };
  const builds = { "k.wasm": { features: [], folderFlags: { inner: ["-DFAST"] } } };
  const directory = folder({ "package.json": packageJson({ builds }), ...files });
  await expect(buildPack(directory)).rejects.toMatchObject({
    message: expect.stringMatching(/^(?!.*error: fast).*pack\/inner\/b\.c:2:2: error: as told/s),
  });
});

test("flags for a folder that is not there are refused", async () => {
  const builds = { "k.wasm": { features: [], folderFlags: { fast: ["-O3"] } } };
  const directory = folder({ "package.json": packageJson({ builds }), "kernels/a.c": "int a;" });
  await expect(buildPack(directory)).rejects.toMatchObject({
    code: "PACK_BUILD",
    message: expect.stringContaining('folderFlags has flags for "fast"'),
  });
});

test("a function that nobody defines is named", async () => {
  const source =
    "#include <thimble/thimble.h>\nextern int memchr2(void);\nTHIMBLE_EXPORT int f(void) { return memchr2(); }";
  const directory = folder({ "package.json": packageJson({ builds: { "k.wasm": [] } }), "kernels/a.c": source });
  await expect(buildPack(directory)).rejects.toMatchObject({
    code: "PACK_BUILD",
    message: expect.stringContaining("undefined symbol: memchr2"),
  });
});

test.each([
  ["no package.json", {}, "cannot be read"],
  ["no field", { "package.json": packageJson(undefined) }, 'add "thimble"'],
  ["an unknown feature", { "package.json": packageJson({ builds: { "k.wasm": ["simd512"] } }) }, '"simd512"'],
  ["no list of features", { "package.json": packageJson({ builds: { "k.wasm": {} } }) }, "does not list the features"],
  ["no sources", { "package.json": packageJson({ builds: { "k.wasm": [] } }) }, "there is no .c file"],
])("%s: what to do is said", async (_, files, message) => {
  await expect(buildPack(folder(files))).rejects.toMatchObject({
    code: "PACK_BUILD",
    message: expect.stringContaining(message),
  });
});

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { loadPack } from "@thimble/core";
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
  const isObject = (name: string) => !readFileSync(join(cache, name)).includes("dylink.0");
  for (const name of kept.filter(isObject)) writeFileSync(join(cache, name), "");
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

test.each(["inner", "inner/b.c"])("flags for %s are for its sources alone", async (place) => {
  const files = {
    "kernels/a.c": "#ifdef FAST\n#error fast\n#endif\nint a;",
    "kernels/inner/b.c": "#ifdef FAST\n#error as told\n#endif\nint b;",
  };
  const builds = { "k.wasm": { features: [], folderFlags: { [place]: ["-DFAST"] } } };
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

const NEG = `#include <thimble/kit/glue.h>
static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host, (void)node;
  return THIMBLE_OK;
}
THIMBLE_KERNEL(neg_f32, "NEG", "float32 -> float32", THIMBLE_WITHIN_TOLERANCE, .invoke = invoke);`;

/** A pack that has another one's kernel, `neg_f32`, and none of its own. */
function includingPack(settings: object = {}): string {
  const other = packageJson({ builds: { "k.wasm": [] } });
  return folder({
    "package.json": packageJson({ builds: { "k.wasm": [] }, include: ["@acme/other"], ...settings }),
    "kernels/pack.c": `#include <thimble/thimble.h>
#include <other_kernels.h>
static const thimble_kernel *const kernels[] = {&neg_f32};
THIMBLE_DEFINE_PACK(THIMBLE_PACK_ID, THIMBLE_PACK_VERSION, kernels);`,
    "node_modules/@acme/other/package.json": other.replace("kernels", "other"),
    "node_modules/@acme/other/kernels/pack.c": "#error the other pack's own list",
    "node_modules/@acme/other/kernels/neg.c": NEG,
    "node_modules/@acme/other/kernels/other_kernels.h": "extern const thimble_kernel neg_f32;",
  });
}

test("a pack is built with the kernels of a pack that it includes, which its list names", async () => {
  const directory = includingPack();
  await buildPack(directory);
  const pack = await loadPack(new Uint8Array(readFileSync(join(directory, "k.wasm"))));
  expect(pack).toMatchObject({ id: "@acme/kernels", kernels: [{ name: "neg_f32" }] });
});

test("an included pack's sources have flags by its name", async () => {
  const builds = { "k.wasm": { features: [], folderFlags: { "@acme/other": ["-Dneg_f32=other"] } } };
  await expect(buildPack(includingPack({ builds }))).rejects.toMatchObject({
    message: expect.stringContaining("undefined symbol: neg_f32"),
  });
});

test.each([
  ["is not installed", { include: ["@acme/another"] }, 'includes "@acme/another", which is not installed'],
  ["is no pack", { include: ["@acme/plain"] }, "is no pack"],
  ["is no list", { include: "@acme/other" }, "an include that is no list"],
])("what is included and %s is refused", async (_, settings, message) => {
  const directory = includingPack(settings);
  const plain = join(directory, "node_modules/@acme/plain");
  mkdirSync(plain);
  writeFileSync(join(plain, "package.json"), "{}");
  await expect(buildPack(directory)).rejects.toMatchObject({
    code: "PACK_BUILD",
    message: expect.stringContaining(message),
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

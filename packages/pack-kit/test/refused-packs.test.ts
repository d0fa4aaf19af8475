import { loadPack } from "@thimble/core";
import { describe, expect, it } from "vitest";
import { build } from "./build.ts";

const good = await build("sample");

describe("a pack is refused, with its name and what is wrong, when it", () => {
  it.each([
    ["is empty", new Uint8Array(0), "is no WebAssembly: its 0 bytes"],
    ["is no WebAssembly", new TextEncoder().encode("<!DOCTYPE html>"), "is no WebAssembly"],
    ["is cut off", good.slice(0, good.length / 2), "is damaged or cut off"],
    ["is an empty module", good.slice(0, 8), "does not export thimble_pack_abi_version"],
  ])("%s", async (_, bytes, message) => {
    await expect(loadPack({ id: "@acme/sample", builds: [{ wasm: bytes }] })).rejects.toMatchObject({
      code: "PACK_INVALID",
      message: expect.stringContaining(message),
    });
  });

  it("is cut off anywhere, or has a byte changed: an error or a pack, never a crash", async () => {
    for (let length = 0; length < good.length; length += 37)
      await expect(loadPack(good.slice(0, length))).rejects.toMatchObject({ name: "ThimbleError" });
    for (let at = 8; at < good.length; at += 11) {
      const changed = good.slice();
      changed[at]! ^= 0x55;
      await loadPack(changed).catch((error) => expect(error).toMatchObject({ name: "ThimbleError" }));
    }
  });

  it("imports something foreign", async () => {
    const bytes = importing("env", "fetch_secrets");
    await expect(loadPack(bytes)).rejects.toMatchObject({
      code: "PACK_IMPORT",
      message: expect.stringContaining("imports the function env.fetch_secrets"),
    });
  });

  it("is not position-independent", async () => {
    await expect(loadPack(withoutCustomSections(good))).rejects.toMatchObject({
      code: "PACK_INVALID",
      message: expect.stringContaining("dylink.0"),
    });
  });

  it("is another pack than its package says", async () => {
    await expect(loadPack({ id: "@acme/kernels", builds: [{ wasm: good }] })).rejects.toMatchObject({
      code: "PACK_INVALID",
      message: expect.stringContaining("@acme/kernels holds the module of @acme/sample"),
    });
  });

  it("needs features that the engine lacks", async () => {
    const builds = [{ wasm: good, features: ["warp-drive" as "simd128"] }];
    await expect(loadPack({ id: "@acme/sample", builds })).rejects.toMatchObject({
      code: "PACK_UNSUPPORTED",
      message: expect.stringContaining("it needs warp-drive"),
    });
  });

  it("cannot be read", async () => {
    const wasm = new URL("./nowhere.wasm", import.meta.url);
    await expect(loadPack({ id: "@acme/sample", builds: [{ wasm }] })).rejects.toMatchObject({
      code: "PACK_INVALID",
      message: expect.stringMatching(/cannot be read from file:.*nowhere.wasm: ENOENT/),
    });
  });
});

describe("a pack that speaks another version of the contract is refused by its number", () => {
  it.each([
    [
      "a newer minor version",
      "65536 + 7",
      "speaks version 1.7 of the kernel contract, this host 1.0; update @thimble/core",
    ],
    [
      "a newer major version",
      "2 * 65536",
      "speaks version 2.0 of the kernel contract, this host 1.0; update @thimble/core",
    ],
    [
      "an older major version",
      "3",
      "speaks version 0.3 of the kernel contract, this host 1.0; install a release of the pack",
    ],
  ])("%s", async (_, version, message) => {
    const module = await build("lying", { flags: [`-DLIE_VERSION=(${version})`] });
    await expect(loadPack(module)).rejects.toMatchObject({
      code: "ABI_MISMATCH",
      message: expect.stringContaining(message),
    });
  });
});

describe("a pack that lies about itself is refused", () => {
  it.each([
    ["LIE_DESCRIPTION", "0", "its description at address 0"],
    ["LIE_DESCRIPTION", "(void*)0x7ffffff0", "outside of its memory"],
    ["LIE_DESCRIPTION", "(void*)((char*)&pack+1)", "outside of its memory"],
    ["LIE_PACK", ".struct_size=4", "a struct_size of 4"],
    ["LIE_PACK", ".id=0", "its id at address 0"],
    ["LIE_PACK", ".id=(const char*)0xfffffff0", "its id at address 4294967280"],
    ["LIE_PACK", '.version=""', "an empty or unprintable text for its version"],
    ["LIE_PACK", ".kernel_count=0", "lists 0 kernels"],
    ["LIE_PACK", ".kernel_count=100000", "lists 100000 kernels"],
    ["LIE_PACK", ".kernels=(void*)0x7ffffffc", "the pointer to kernels[0]"],
    ["LIE_LIST", "nothing", "kernels[0] at address 0"],
    ["LIE_LIST", "outside", "kernels[0] at address 2147483632"],
    ["LIE_LIST", "crooked", "kernels[0] at address 65537"],
    ["LIE_LIST", "twice", "two kernels named neg_f32"],
    ["LIE_KERNEL", ".struct_size=8", "kernels[0] a struct_size of 8"],
    ["LIE_KERNEL", ".name=0", "the name of kernels[0]"],
    ["LIE_KERNEL", '.name="Neg F32"', 'names kernels[0] "Neg F32"'],
    ["LIE_KERNEL", `.name="${"n".repeat(64)}"`, "no text of at most 63 bytes"],
    ["LIE_KERNEL", '.operator_name="CONCAT_EMBEDDINGS"', "an operator that this host does not know"],
    ["LIE_KERNEL", '.types="float32"', 'gives neg_f32 the types "float32", which are not of the form'],
    ["LIE_KERNEL", ".rounding=9", "gives neg_f32 the rounding 9"],
    ["LIE_KERNEL", ".exactness=9", "gives neg_f32 the exactness 9"],
    ["LIE_KERNEL", ".invoke=0", "no function of its own for invoke of neg_f32"],
    ["LIE_KERNEL", ".invoke=(void*)100000", "no function of its own for invoke of neg_f32"],
    ["LIE_KERNEL", ".supports=(void*)2", "no function of its own for supports of neg_f32"],
  ])("%s = %s", async (lie, value, message) => {
    const module = await build("lying", { flags: [`-D${lie}=${value}`, "-Wno-everything"] });
    await expect(loadPack(module)).rejects.toMatchObject({
      name: "ThimbleError",
      code: "PACK_INVALID",
      message: expect.stringContaining(message),
    });
  });

  it("and is taken when it does not lie", async () => {
    await expect(loadPack(await build("lying"))).resolves.toMatchObject({ id: "@acme/sample" });
  });
});

/** A module that imports one function and nothing else. */
function importing(module: string, name: string): Uint8Array {
  const text = (value: string) => [value.length, ...new TextEncoder().encode(value)];
  const imports = [1, ...text(module), ...text(name), 0, 0];
  return Uint8Array.from([...good.slice(0, 8), ...[1, 4, 1, 0x60, 0, 0], ...[2, imports.length, ...imports]]);
}

/** The module without its custom sections, `dylink.0` among them. */
function withoutCustomSections(module: Uint8Array): Uint8Array {
  const kept = [...module.slice(0, 8)];
  for (let at = 8; at < module.length; ) {
    const start = at;
    const id = module[at++];
    let length = 0;
    for (let shift = 0, byte = 0x80; byte >= 0x80; shift += 7) {
      byte = module[at++]!;
      length += (byte & 0x7f) * 2 ** shift;
    }
    at += length;
    if (id !== 0) kept.push(...module.slice(start, at));
  }
  return Uint8Array.from(kept);
}

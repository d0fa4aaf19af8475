import { expect, it, vi } from "vitest";
import { inspectTarget, obstacleTo, openDevice, targets } from "../src/index.ts";
import { everyTarget, writePackage } from "./sample.ts";

const m4 = targets.find(({ name }) => name === "cortex-m4")!;

it("an unknown target is refused with the names of those that there are", async () => {
  await expect(openDevice(writePackage(), "z80")).rejects.toMatchObject({
    code: "OPTION_INVALID",
    message: expect.stringContaining("cortex-m0, cortex-m3, cortex-m4"),
  });
});

it.each([
  ["says nothing of the target", {}, /does not say how to build for cortex-m4; add "cortex-m4": \{ "twin"/],
  ["names a twin that it does not build", { targets: { "cortex-m4": { twin: "kernels.wasm" } } }, /none of its builds/],
  ["names no twin", { targets: { "cortex-m4": {} } }, /the twin undefined/],
  ["names an unknown compiler", { targets: { "cortex-m4": { ...everyTarget["cortex-m4"], compiler: "icc" } } }, /icc/],
  ["has flags that are no list", { targets: { "cortex-m4": { ...everyTarget["cortex-m4"], flags: "-O3" } } }, /list/],
  [
    "has flags for a folder without sources",
    { targets: { "cortex-m4": { ...everyTarget["cortex-m4"], folderFlags: { fast: ["-O3"] } } } },
    /folderFlags has flags for "fast"/,
  ],
])("a package that %s is refused", async (_, pack, message) => {
  await expect(openDevice(writePackage(pack), m4.name)).rejects.toMatchObject({
    code: "PACK_BUILD",
    message: expect.stringMatching(message),
  });
});

it("a missing tool is named with the package that has it", async () => {
  vi.stubEnv("PATH", "/nowhere");
  try {
    expect(obstacleTo(m4)).toMatch(/arm-none-eabi-gcc or clang-19.*gcc-arm-none-eabi or clang-19/);
    await expect(openDevice(writePackage(), m4.name)).rejects.toMatchObject({ code: "DEVICE_TOOL" });
    const inspection = await inspectTarget(writePackage(), m4.name);
    expect(inspection).toEqual({ skipped: expect.stringContaining("install Debian's package") });
  } finally {
    vi.unstubAllEnvs();
  }
});

it("every target has a name of its own", () => {
  expect(new Set(targets.map(({ name }) => name)).size).toBe(targets.length);
});

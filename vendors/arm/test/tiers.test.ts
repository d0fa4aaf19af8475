import { loadPack } from "@thimble/core";
import { expect, test } from "vitest";
import { configure, type Tier } from "../src/index.ts";

test.each<[Tier, string | undefined]>([
  ["plain", undefined],
  ["dsp", "Arm's DSP extension"],
  ["mve", "Arm's Helium"],
])("the tier %s is a module of its own, which says whose instructions it emulates: %s", async (tier, emulates) => {
  const pack = configure({ tier });
  expect(pack.builds.map((build) => build.emulates)).toEqual([emulates]);
  expect((await loadPack(pack)).kernels.map(({ name }) => name)).toContain("arm_conv_2d_s8");
});

test("a tier that there is not is refused with those that there are", () => {
  expect(() => configure({ tier: "neon" as Tier })).toThrow(
    'there is no tier "neon" with double rounding; choose one of plain, dsp, mve',
  );
  expect(() => configure({ tier: "mve", rounding: "single" })).toThrow("with single rounding; choose one of plain");
});

import { runManyTaps } from "@thimble/goldens/many-taps";
import { describe, expect, test } from "vitest";
import { configure } from "../src/index.ts";

describe.each(["plain", "dsp", "mve"] as const)("a depthwise layer of int16 on the tier %s", (tier) => {
  test.each([
    [510, "arm_depthwise_conv_2d_s16"],
    [511, "arm_depthwise_conv_2d_s16"],
    [512, "depthwise_conv_2d_s16"],
  ])("with %d taps has room for its greatest sums in %s", async (taps, kernel) => {
    const run = await runManyTaps(configure({ tier }), taps);
    expect(run).toEqual({ kernel, outputs: [32 * taps, 32 * taps, 32 * taps] });
  });
});

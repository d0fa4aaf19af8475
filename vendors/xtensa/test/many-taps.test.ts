import { runManyTaps } from "@thimble/goldens/many-taps";
import { expect, test } from "vitest";
import xtensa from "../src/index.ts";

test.each([510, 511])("a depthwise layer of int16 with %d taps has room for its greatest sums", async (taps) => {
  const { outputs } = await runManyTaps(xtensa, taps);
  expect(outputs).toEqual([32 * taps, 32 * taps, 32 * taps]);
});

test("one with 512 taps is for another pack", async () => {
  await expect(runManyTaps(xtensa, 512)).rejects.toThrow("more than 511 taps");
});

import { loadPack } from "@thimble/core";
import { expect, test } from "vitest";
import { type Chip, configure } from "../src/index.ts";

test.each<[Chip, string | undefined]>([
  ["esp32-c3", undefined],
  ["esp32", "Xtensa's MAC16"],
  ["esp32-s3", "the ESP32-S3's PIE"],
])("the chip %s has a module of its own, which says whose instructions it emulates: %s", async (chip, emulates) => {
  const pack = configure({ chip });
  expect(pack.builds.map((build) => build.emulates)).toEqual([emulates]);
  expect((await loadPack(pack)).kernels.length).toBeGreaterThan(0);
});

test("a chip that there is not is refused with those that there are", () => {
  expect(() => configure({ chip: "esp8266" as Chip })).toThrow(
    'there is no chip "esp8266"; choose one of esp32-c3, esp32, esp32-s3',
  );
});

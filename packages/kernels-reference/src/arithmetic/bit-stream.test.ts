import { expect, test } from "vitest";
import { readBits } from "./bit-stream.ts";

test("readBits reads the upper bits first, across bytes, and zeros behind the end", () => {
  const bytes = Uint8Array.of(0b10110011, 0b01000001, 0xff, 0x00, 0x81);
  expect(readBits(bytes, 0, 1)).toBe(1);
  expect(readBits(bytes, 1, 3)).toBe(0b011);
  expect(readBits(bytes, 6, 4)).toBe(0b1101);
  expect(readBits(bytes, 7, 24)).toBe(0b101000001111111110000000);
  expect(readBits(bytes, 36, 8)).toBe(0b00010000);
  expect(readBits(bytes, 40, 5)).toBe(0);
});

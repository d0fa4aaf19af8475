import fc from "fast-check";
import { expect, it } from "vitest";
import { unpackInt4 } from "./unpack-int4.ts";

it("spreads the low half of a byte before the high one, with signs", () => {
  const unpacked = new Int8Array(5);
  unpackInt4(Uint8Array.of(0x87, 0xf0, 0x01), unpacked);
  expect([...unpacked]).toEqual([7, -8, 0, -1, 1]);
});

it("gives back what was packed, for odd and even lengths", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -8, max: 7 })), (values) => {
      const packed = new Uint8Array(Math.ceil(values.length / 2));
      values.forEach((value, i) => {
        packed[i >> 1]! |= (value & 15) << (i & 1 ? 4 : 0);
      });
      const unpacked = new Int8Array(values.length);
      unpackInt4(packed, unpacked);
      expect([...unpacked]).toEqual(values);
    }),
  );
});

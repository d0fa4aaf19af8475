import fc from "fast-check";
import { expect, it } from "vitest";
import { decodeUtf8 } from "./utf8.ts";

it("decodes any text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(decodeUtf8(new TextEncoder().encode(text))).toBe(text);
    }),
  );
});

it.each(["a", "é", "\u{1f600}"])("decodes a text that is too long to be read at once, of %s", (letter) => {
  const text = letter.repeat(100_000);
  expect(decodeUtf8(new TextEncoder().encode(text))).toBe(text);
});

it("replaces what is not UTF-8 as TextDecoder does", () => {
  const platform = new TextDecoder("utf-8", { ignoreBOM: true });
  const lead = fc.constantFrom(0x41, 0x80, 0x9f, 0xa0, 0xbf, 0xc1, 0xc2, 0xe0, 0xe1, 0xed, 0xf0, 0xf4, 0xf5, 0xff);
  fc.assert(
    fc.property(fc.array(lead, { maxLength: 8 }), (values) => {
      const bytes = Uint8Array.from(values);
      expect(decodeUtf8(bytes)).toBe(platform.decode(bytes));
    }),
    { numRuns: 2000 },
  );
});

import fc from "fast-check";
import * as flexbuffers from "flatbuffers/js/flexbuffers.js";
import { describe, expect, it } from "vitest";
import { goldenModels, sharedAbsent, sharedNote } from "../test/shared.ts";
import { ThimbleError } from "./error.ts";
import { type FlexValue, readFlexbuffer } from "./flexbuffer.ts";
import { readModel } from "./model.ts";

const integer = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
/** No float32: beside wider numbers the library writes those into wider places without widening them. */
const double = fc.double({ noNaN: true, noInteger: true }).filter((x) => Math.fround(x) !== x);
const leaf = fc.oneof(fc.constant(null), fc.boolean(), integer, double, fc.string({ unit: "grapheme" }));
const anyValue = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie("value"), { maxLength: 4 }), tie("map")),
  map: fc.dictionary(fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 5 }), tie("value"), { maxKeys: 4 }),
})).value;

/** The value with maps that have no prototype, as they are read. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== "object" || value === null) return value;
  return Object.assign(
    Object.create(null),
    Object.fromEntries(Object.entries(value).map(([key, held]) => [key, bare(held)])),
  );
}

describe("readFlexbuffer", () => {
  it("reads what the flatbuffers library writes", () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(readFlexbuffer(flexbuffers.encode(value))).toEqual(bare(value));
      }),
      { numRuns: 500 },
    );
  });

  it("reads integers that no number holds as bigints", () => {
    expect(readFlexbuffer(flexbuffers.encode([2n ** 60n, -(2n ** 60n), 5n]))).toEqual([2n ** 60n, -(2n ** 60n), 5]);
  });

  it("reads numbers stored indirectly", () => {
    const builder = flexbuffers.builder();
    builder.startVector();
    builder.addInt(-1025, true);
    builder.addUInt(1026, true);
    builder.addFloat(0.5, true);
    builder.end();
    expect(readFlexbuffer(builder.finish())).toEqual([-1025, 1026, 0.5]);
  });

  it.each<[string, readonly number[], FlexValue]>([
    ["null", [0, 0, 1], null],
    ["a blob", [2, 7, 8, 2, 25 << 2, 1], Uint8Array.of(7, 8)],
    ["a key", [104, 105, 0, 3, 4 << 2, 1], "hi"],
    ["a vector of integers", [2, 255, 1, 2, 11 << 2, 1], [-1, 1]],
    ["a vector of unsigned integers", [2, 255, 1, 2, 12 << 2, 1], [255, 1]],
    ["a vector of booleans", [3, 1, 0, 1, 3, 36 << 2, 1], [true, false, true]],
    ["a vector of keys", [104, 0, 1, 3, 1, 14 << 2, 1], ["h"]],
    ["an old vector of strings", [1, 104, 0, 1, 3, 1, 15 << 2, 1], ["h"]],
    ["two integers", [3, 254, 2, 16 << 2, 1], [3, -2]],
    ["three unsigned integers", [3, 254, 1, 3, 20 << 2, 1], [3, 254, 1]],
    ["four integers", [1, 2, 3, 4, 4, 22 << 2, 1], [1, 2, 3, 4]],
    ["two floats", [0, 0, 0, 63, 0, 0, 0, 64, 8, (18 << 2) | 2, 1], [0.5, 2]],
  ])("reads %s", (_, bytes, value) => {
    expect(readFlexbuffer(Uint8Array.from(bytes))).toEqual(value);
  });

  it("reads a key called __proto__ as any other", () => {
    const map = readFlexbuffer(flexbuffers.encode(JSON.parse('{"__proto__": 1}'))) as Record<string, number>;
    expect(Object.keys(map)).toEqual(["__proto__"]);
  });

  it.each<[string, readonly number[], string]>([
    ["too few bytes", [0, 1], "2 bytes are too few"],
    ["a width that does not exist", [0, 0, 3], "FlexBuffer byte 2: the root's width is 3"],
    ["a root wider than the bytes", [0, 4, 8], "FlexBuffer byte -7: 8 bytes here do not fit"],
    ["a type that does not exist", [0, 0, 30 << 2, 1], "30 is not a type of the FlexBuffer format"],
    ["an offset before the start", [9, 5 << 2, 1], "FlexBuffer byte -10: 1 bytes here do not fit"],
    ["text longer than the bytes", [200, 104, 1, 5 << 2, 1], "200 bytes here do not fit"],
    ["a key without its end", [104, 105, 2, 4 << 2, 1], "a key without its closing zero byte"],
    ["a float of one byte", [7, 3 << 2, 1], "a float of 1 bytes"],
    ["a vector that holds itself", [1, 0, 10 << 2, 2, 10 << 2, 1], "nested more than 64 deep"],
    ["a map with fewer keys than values", [0, 0, 1, 2, 5, 6, 4, 4, 4, 9 << 2, 1], "a map of 0 keys and 2 values"],
  ])("refuses %s", (_, bytes, message) => {
    expect(() => readFlexbuffer(Uint8Array.from(bytes))).toThrow(
      expect.objectContaining({ code: "FLEXBUFFER_INVALID", message: expect.stringContaining(message) }),
    );
  });

  it("refuses vectors that share their elements without end", () => {
    const bytes: number[] = [1, 0, 4];
    let inner = 1;
    for (let level = 0; level < 40; level++) {
      const start = bytes.length + 1;
      bytes.push(2, start - inner, start + 1 - inner, 10 << 2, 10 << 2);
      inner = start;
    }
    bytes.push(bytes.length - inner, 10 << 2, 1);
    expect(() => readFlexbuffer(Uint8Array.from(bytes))).toThrow(/reading would not end/);
  });

  it("either refuses changed bytes or reads them", () => {
    const whole = flexbuffers.encode({
      name: "one",
      list: [1, 2.5, "x", null, { a: true }],
      big: 2n ** 60n,
      empty: {},
    });
    const change = fc.record({ at: fc.nat({ max: whole.length - 1 }), value: fc.nat({ max: 255 }) });
    fc.assert(
      fc.property(
        fc.array(change, { minLength: 1, maxLength: 4 }),
        fc.nat({ max: whole.length }),
        (changes, length) => {
          const bytes = whole.slice();
          for (const { at, value } of changes) bytes[at] = value;
          expectRefusedOrRead(bytes);
          expectRefusedOrRead(bytes.slice(0, length));
        },
      ),
      { numRuns: 5000, seed: 3 },
    );
  });
});

function expectRefusedOrRead(bytes: Uint8Array): void {
  try {
    readFlexbuffer(bytes);
  } catch (error) {
    if (!(error instanceof ThimbleError)) throw error;
  }
}

describe.skipIf(sharedAbsent)(`custom options of the goldens${sharedNote}`, () => {
  it.each([
    ["circular_buffer.jsonl", ["cycles_max"]],
    ["tflite_detection_postprocess.jsonl", ["max_detections", "nms_iou_threshold", "num_classes", "y_scale"]],
    ["signalrfft.jsonl", ["T", "fft_length"]],
  ])("of %s are maps with the options that the operators take", (file, keys) => {
    for (const { name, bytes } of goldenModels(file)) {
      const operator = readModel(bytes).subgraphs[0]?.operators.find(({ customOptions }) => customOptions.length > 0);
      const options = readFlexbuffer(operator!.customOptions);
      expect(Object.keys(options as object), name).toEqual(expect.arrayContaining(keys));
    }
  });
});

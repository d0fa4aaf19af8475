import { Interpreter } from "@thimble/core";
import type { TensorType } from "@thimble/schema";
import { operatorCode, writeModel } from "@thimble/schema/writer";
import { describe, expect, test } from "vitest";
import { reference } from "./index.ts";

interface Output {
  readonly type: TensorType;
  readonly shape: number[];
  readonly zeroPoint?: number[];
  /** The dimension of the zero points. Default is the first. */
  readonly dimension?: number;
}

const LUT = 0;
const HUFFMAN = 1;
const PRUNE = 2;

/** The sixteen bytes in front of the tables: method, version, the method's own version and parameters. */
const header = (method: number, parameter = 0, stride = 0): number[] => [
  ...[method, 1, 0, 0, 1, parameter, stride],
  ...new Array<number>(9).fill(0),
];

const bytesOf = (values: Float32Array | Int16Array | Uint16Array | Uint32Array): number[] => [
  ...new Uint8Array(values.buffer as ArrayBuffer),
];

/** Decodes one tensor and gives its elements. */
async function decode(encoded: number[], ancillary: number[], output: Output): Promise<number[]> {
  const { type, shape, zeroPoint, dimension = 0 } = output;
  const model = writeModel({
    operatorCodes: [operatorCode("TFLM_DECODE")],
    buffers: [{}, { data: Uint8Array.from(encoded) }, { data: Uint8Array.from(ancillary) }],
    subgraphs: [
      {
        tensors: [
          { name: "encoded", type: "uint8", shape: [encoded.length], buffer: 1 },
          { name: "ancillary", type: "uint8", shape: [ancillary.length], buffer: 2 },
          {
            name: "decoded",
            type,
            shape,
            quantization: zeroPoint && {
              scale: zeroPoint.map(() => 1),
              zeroPoint,
              quantizedDimension: dimension,
            },
          },
        ],
        inputs: [],
        outputs: [2],
        operators: [{ inputs: [0, 1], outputs: [2] }],
      },
    ],
  });
  const interpreter = await Interpreter.create(model, { packs: [reference] });
  interpreter.invoke();
  return interpreter.outputs[0]!.unpack();
}

describe("a table", () => {
  test("of four values is read by two bits an element, the upper bits of a byte first", async () => {
    // 00 01 10 11
    const ancillary = [...header(LUT, 2, 4), 10, 20, 30, 256 - 40];
    expect(await decode([0x1b], ancillary, { type: "int8", shape: [4] })).toEqual([10, 20, 30, -40]);
  });

  test("is read by indices that lie across bytes", async () => {
    // 001 010 11|1 00…: indices 1, 2, 7
    const ancillary = [...header(LUT, 3, 8), 0, 1, 2, 3, 4, 5, 6, 7];
    expect(await decode([0b00101011, 0b10000000], ancillary, { type: "int8", shape: [3] })).toEqual([1, 2, 7]);
  });

  test("holds values of four bytes", async () => {
    const ancillary = [...header(LUT, 1, 2), ...bytesOf(Float32Array.of(0.5, -1.5))];
    expect(await decode([0b10100000], ancillary, { type: "float32", shape: [3] })).toEqual([-1.5, 0.5, -1.5]);
  });

  test("of each channel serves one stretch where channels are the first dimension", async () => {
    // elements 0 and 1 look into [1, 2], elements 2 and 3 into [3, 4], each first at 0 and then at 1
    const ancillary = [...header(LUT, 1, 2), 1, 2, 3, 4];
    const output: Output = { type: "int8", shape: [2, 2], zeroPoint: [0, 0] };
    expect(await decode([0b01010000], ancillary, output)).toEqual([1, 2, 3, 4]);
  });

  test("of each channel serves every other element where channels are the last of two dimensions", async () => {
    // elements 0 and 2 look into [1, 2] at 0 and 1, elements 1 and 3 into [3, 4] at 1 and 0
    const ancillary = [...header(LUT, 1, 2), 1, 2, 3, 4];
    const output: Output = { type: "int8", shape: [2, 2], zeroPoint: [0, 0], dimension: 1 };
    expect(await decode([0b01100000], ancillary, output)).toEqual([1, 4, 2, 3]);
  });

  test("without the entry that an index asks for is refused", async () => {
    const ancillary = [...header(LUT, 2, 4), 10, 20, 30];
    await expect(decode([0x1b], ancillary, { type: "int8", shape: [4] })).rejects.toMatchObject({
      code: "NODE_INVALID",
      message: expect.stringContaining("do not fit each other"),
    });
  });
});

describe("a Huffman code", () => {
  const symbol16 = (value: number, bits: number): number => 0x8000 | (bits << 11) | (value & 0x7ff);
  const symbol32 = (value: number, bits: number): number => (0x80000000 | (bits << 27) | (value & 0xffff)) >>> 0;

  // The code words are 0 → 5, 10 → −3, 110 → 7 and 111 → −128. The first table is indexed by two bits: 00 and 01 are
  // the first symbol, of which one bit counts; 10 is the second; 11 leads one entry on, where one more bit decides.
  const tables = Uint16Array.of(
    symbol16(5, 1),
    symbol16(5, 1),
    symbol16(-3, 2),
    (0 << 11) | 1,
    symbol16(7, 1),
    symbol16(-128, 1),
  );
  const ancillary = [...header(HUFFMAN, 1 << 4), ...bytesOf(tables)];

  test("is decoded through its tables, and bits that were read too far are read again", async () => {
    // 10 0 111 110 0
    const output: Output = { type: "int8", shape: [5] };
    expect(await decode([0b10011111, 0b00000000], ancillary, output)).toEqual([-3, 5, -128, 7, 5]);
  });

  test("may end in the middle of what the first table reads", async () => {
    // 111 111 10, where the last symbol but one is followed by a single bit
    expect(await decode([0b11111110], ancillary, { type: "int8", shape: [3] })).toEqual([-128, -128, -3]);
    expect(await decode([0b11111100], ancillary, { type: "int8", shape: [4] })).toEqual([-128, -128, 5, 5]);
  });

  test("has entries of 32 bits for int16", async () => {
    // One bit a symbol: 0 1 1
    const wide = [...header(HUFFMAN, 1), ...bytesOf(Uint32Array.of(symbol32(1000, 1), symbol32(-1000, 1)))];
    expect(await decode([0b01100000], wide, { type: "int16", shape: [3] })).toEqual([1000, -1000, -1000]);
  });

  test("that ends too early is refused", async () => {
    await expect(decode([0b11111111], ancillary, { type: "int8", shape: [3] })).rejects.toMatchObject({
      code: "NODE_INVALID",
    });
  });

  test("whose tables lead nowhere is refused", async () => {
    const astray = [...header(HUFFMAN, 0), ...bytesOf(Uint16Array.of(200, 200))];
    await expect(decode([0], astray, { type: "int8", shape: [1] })).rejects.toMatchObject({ code: "NODE_INVALID" });
  });

  test("with entries of 16 bits is refused for int16", async () => {
    await expect(decode([0, 0], ancillary, { type: "int16", shape: [3] })).rejects.toThrow(/cannot be int16/);
  });
});

describe("pruned values", () => {
  test("come where a bit is set, the zero point elsewhere", async () => {
    const output: Output = { type: "int8", shape: [4], zeroPoint: [-4] };
    expect(await decode([0b10100000], [...header(PRUNE), 9, 8], output)).toEqual([9, -4, 8, -4]);
  });

  test("leave out each channel's zero point, whichever dimension channels are", async () => {
    const first: Output = { type: "int8", shape: [2, 2], zeroPoint: [1, 2] };
    expect(await decode([0b01000000], [...header(PRUNE), 9], first)).toEqual([1, 9, 2, 2]);
    expect(await decode([0b01000000], [...header(PRUNE), 9], { ...first, dimension: 1 })).toEqual([1, 9, 1, 2]);
  });

  test("of several bytes leave out zeros", async () => {
    const ancillary = [...header(PRUNE), ...bytesOf(Int16Array.of(-300, 301))];
    expect(await decode([0b01100000], ancillary, { type: "int16", shape: [4] })).toEqual([0, -300, 301, 0]);
  });

  test("that are fewer than the bits that are set are refused", async () => {
    await expect(decode([0b11000000], [...header(PRUNE), 9], { type: "int8", shape: [2] })).rejects.toMatchObject({
      code: "NODE_INVALID",
    });
  });
});

test.each<[string, number[], RegExp]>([
  ["a version", [LUT, 2, 0, 0, 1], /version 2.1, only 1.1/],
  ["a method's version", [LUT, 1, 0, 0, 3], /version 1.3, only 1.1/],
  ["a method", [127, 1, 0, 0, 1], /names the method 127/],
])("%s that is not known is refused", async (_, start, message) => {
  const ancillary = [...start, ...new Array<number>(16).fill(0)];
  await expect(decode([0], ancillary, { type: "int8", shape: [1] })).rejects.toThrow(message);
});

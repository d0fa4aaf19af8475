import { describe, expect, it } from "vitest";
import { compressedTensors, decompress } from "./compression.ts";
import { readModel } from "./model.ts";
import { type TensorDescription, writeCompression, writeModel } from "./writer.ts";

interface Compressed {
  readonly tensor?: TensorDescription;
  readonly indices: readonly number[];
  readonly values: readonly number[];
  readonly indexBitwidth: number;
  readonly schemaVersion?: number;
  readonly lut?: { readonly tensor?: number; readonly valueBuffer?: number };
}

/** A model with one compressed constant: buffer 1 holds indices, 2 values, 3 the metadata. */
function modelWith({ tensor, indices, values, indexBitwidth, schemaVersion = 1, lut }: Compressed): Uint8Array {
  const metadata = writeCompression({
    schemaVersion,
    subgraphs: [{ lutTensors: [{ tensor: 0, valueBuffer: 2, indexBitwidth, ...lut }] }],
  });
  return writeModel({
    buffers: [{}, { data: Uint8Array.from(indices) }, { data: Uint8Array.from(values) }, { data: metadata }],
    subgraphs: [{ tensors: [{ name: "w", type: "uint8", buffer: 1, ...tensor }] }],
    metadata: [{ name: "COMPRESSION_METADATA", buffer: 3 }],
  });
}

function valuesOf(compressed: Compressed): number[] {
  const table = compressedTensors(readModel(modelWith(compressed)))[0]!.get(0)!;
  const target = new Uint8Array(table.elements * table.bytesPerElement);
  decompress(table, target, "w");
  return [...target];
}

describe("a compressed tensor", () => {
  it("packs indices from high bits to low: 111 000 011 010 0000 is 7, 0, 3, 2", () => {
    const values = [10, 11, 12, 13, 14, 15, 16, 17];
    const tensor = { shape: [4] };
    expect(valuesOf({ tensor, indices: [0b11100001, 0b10100000], values, indexBitwidth: 3 })).toEqual([17, 10, 13, 12]);
  });

  it.each([1, 2, 3, 4, 5, 6, 7])("has indices of %i bits that run over the ends of bytes", (indexBitwidth) => {
    const values = Array.from({ length: 1 << indexBitwidth }, (_, i) => 255 - i);
    const chosen = Array.from({ length: 19 }, (_, i) => (i * 5 + 1) % values.length);
    const bits = chosen.map((index) => index.toString(2).padStart(indexBitwidth, "0")).join("");
    const indices = bits.match(/.{1,8}/g)!.map((byte) => Number.parseInt(byte.padEnd(8, "0"), 2));
    expect(valuesOf({ tensor: { shape: [19] }, indices, values, indexBitwidth })).toEqual(chosen.map((i) => values[i]));
  });

  it("has a table for each channel of the first dimension", () => {
    const tensor = { shape: [2, 2], quantization: { scale: [1, 1], zeroPoint: [0, 0], quantizedDimension: 0 } };
    expect(valuesOf({ tensor, indices: [0b01100000], values: [1, 2, 3, 4], indexBitwidth: 1 })).toEqual([1, 2, 4, 3]);
  });

  it("has a table for each channel of the last dimension", () => {
    const tensor = { shape: [2, 2], quantization: { scale: [1, 1], zeroPoint: [0, 0], quantizedDimension: 1 } };
    expect(valuesOf({ tensor, indices: [0b01100000], values: [1, 2, 3, 4], indexBitwidth: 1 })).toEqual([1, 4, 2, 3]);
  });

  it("has values as wide as its type", () => {
    const tensor: TensorDescription = { type: "int16", shape: [3] };
    expect(valuesOf({ tensor, indices: [0b10100000], values: [1, 2, 3, 4], indexBitwidth: 1 })).toEqual([
      3, 4, 1, 2, 3, 4,
    ]);
  });

  const sound: Compressed = { tensor: { shape: [4] }, indices: [0], values: [5, 6], indexBitwidth: 1 };

  it.each<[string, Compressed, RegExp]>([
    [
      "an index without a value",
      { ...sound, indices: [0xff], values: [5] },
      /element 0 has the index 1, its table has 1/,
    ],
    ["too few indices", { ...sound, tensor: { shape: [9] } }, /9 indices of 1 bits do not fit into 1 bytes/],
    ["indices of 8 bits", { ...sound, indexBitwidth: 8 }, /indexBitwidth: 8 is not from 1 to 7/],
    [
      "a tensor that is not there",
      { ...sound, lut: { tensor: 1 } },
      /metadata\[0\]\.subgraphs\[0\]\.lutTensors\[0\]\.tensor/,
    ],
    ["values that are not there", { ...sound, lut: { valueBuffer: 9 } }, /valueBuffer/],
    ["a newer version", { ...sound, schemaVersion: 2 }, /compression version 2 is newer than 1/],
    ["elements of 4 bits", { ...sound, tensor: { type: "int4", shape: [2] } }, /int4 cannot be compressed/],
    [
      "channels in the middle",
      {
        ...sound,
        tensor: { shape: [1, 2, 2], quantization: { scale: [1, 1], zeroPoint: [0], quantizedDimension: 1 } },
      },
      /must be the first or the last/,
    ],
  ])("with %s is refused", (_, compressed, message) => {
    expect(() => valuesOf(compressed)).toThrow(message);
  });
});

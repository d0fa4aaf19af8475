import { describe, expect, it } from "vitest";
import { locate } from "../test/locate.ts";
import { smallModel } from "../test/small-model.ts";
import { readModel } from "./model.ts";
import { writeModel } from "./writer.ts";

/** The small model's file with something changed. */
function patched(change: (data: DataView, bytes: Uint8Array) => void): Uint8Array {
  const bytes = writeModel(smallModel);
  change(new DataView(bytes.buffer), bytes);
  return bytes;
}

const tensor = ["subgraphs", 0, "tensors", 1] as const;
const conv = ["subgraphs", 0, "operators", 0] as const;

/** The place in a vtable of the entry for a slot. */
const entry = (vtable: number, slot: number) => vtable + 4 + 2 * slot;

describe("readModel refuses", () => {
  it.each<[string, (data: DataView, bytes: Uint8Array) => void, string, string]>([
    [
      "a root beyond the file",
      (data) => data.setUint32(0, 0xfffffff0, true),
      "MODEL_TRUNCATED",
      "ends at byte 4294967284, the file has",
    ],
    [
      "an offset of 0",
      (data, bytes) => data.setUint32(locate(bytes, [...tensor, "shape"]).field, 0, true),
      "MODEL_INVALID",
      "subgraphs[0].tensors[1].shape: its offset is 0",
    ],
    [
      "a vtable before the file",
      (data, bytes) => data.setInt32(locate(bytes, tensor).table, 2 ** 30, true),
      "MODEL_INVALID",
      "subgraphs[0].tensors[1]: its vtable is at byte -",
    ],
    [
      "a vtable at an odd place",
      (data, bytes) => data.setInt32(locate(bytes, tensor).table, 1, true),
      "MODEL_INVALID",
      "not an even place",
    ],
    [
      "a vtable of odd size",
      (data, bytes) => data.setUint16(locate(bytes, []).vtable, 7, true),
      "MODEL_INVALID",
      "model: its vtable has 7 bytes",
    ],
    [
      "a table without room for its vtable's offset",
      (data, bytes) => data.setUint16(locate(bytes, []).vtable + 2, 2, true),
      "MODEL_INVALID",
      "model: its vtable gives it 2 bytes",
    ],
    [
      "a field outside its table",
      (data, bytes) => data.setUint16(entry(locate(bytes, conv).vtable, 1), 400, true),
      "MODEL_INVALID",
      "subgraphs[0].operators[0].inputs: its vtable puts it at bytes 400 to 404",
    ],
    [
      "a field over its table's own offset",
      (data, bytes) => data.setUint16(entry(locate(bytes, conv).vtable, 1), 2, true),
      "MODEL_INVALID",
      "subgraphs[0].operators[0].inputs: its vtable puts it at bytes 2 to 6",
    ],
    [
      "a vector longer than the file",
      (data, bytes) => {
        const { field } = locate(bytes, [...tensor, "shape"]);
        data.setUint32(field + data.getUint32(field, true), 0x40000000, true);
      },
      "MODEL_TRUNCATED",
      "subgraphs[0].tensors[1].shape: ends at byte",
    ],
    [
      "text without its closing zero byte",
      (data, bytes) => {
        const { field } = locate(bytes, [...tensor, "name"]);
        bytes[field + data.getUint32(field, true) + 4 + "weights".length] = 33;
      },
      "MODEL_INVALID",
      "subgraphs[0].tensors[1].name: the text does not end",
    ],
    [
      "an enum value that does not exist",
      (_, bytes) => {
        bytes[locate(bytes, [...tensor, "type"]).field] = 200;
      },
      "MODEL_INVALID",
      "subgraphs[0].tensors[1].type: -56 is not a value of TensorType, which go from 0 to 22",
    ],
    [
      "a union member that does not exist",
      (_, bytes) => {
        bytes[locate(bytes, [...conv, "builtinOptions"]).field] = 255;
      },
      "MODEL_INVALID",
      "subgraphs[0].operators[0].builtinOptions: type 255 of BuiltinOptions is not known, the last is 126",
    ],
    [
      "a union with a value but no type",
      (_, bytes) => {
        bytes[locate(bytes, [...conv, "builtinOptions"]).field] = 0;
      },
      "MODEL_INVALID",
      "subgraphs[0].operators[0].builtinOptions: the union has a value but no type",
    ],
    [
      "a union with a type but no value",
      (data, bytes) => data.setUint16(entry(locate(bytes, conv).vtable, 4), 0, true),
      "MODEL_INVALID",
      "subgraphs[0].operators[0].builtinOptions: the union has the type Conv2DOptions but no value",
    ],
    [
      "a 64-bit integer that no number holds",
      (data, bytes) => {
        const { field } = locate(bytes, [...tensor, "quantization", "zeroPoint"]);
        data.setBigInt64(field + data.getUint32(field, true) + 4, 2n ** 60n, true);
      },
      "MODEL_INVALID",
      "subgraphs[0].tensors[1].quantization.zeroPoint[0]: about 1152921504606847000, which is beyond ±2^53",
    ],
  ])("%s", (_, change, code, message) => {
    expect(() => readModel(patched(change))).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(message) }),
    );
  });

  it("a file whose vector repeats one large table without end", () => {
    const count = 20_000;
    const bytes = writeModel({
      subgraphs: [{ name: "x".repeat(10_000) }],
      buffers: Array.from({ length: count }, () => ({})),
    });
    const data = new DataView(bytes.buffer);
    // The buffers' vector serves as the subgraphs': each of its offsets is pointed at the one large subgraph.
    const subgraph = locate(bytes, ["subgraphs", 0]).table;
    const place = locate(bytes, ["buffers"]).field;
    const vector = place + data.getUint32(place, true);
    for (let i = 0; i < count; i++) data.setUint32(vector + 4 + 4 * i, subgraph - (vector + 4 + 4 * i), true);
    const subgraphs = locate(bytes, ["subgraphs"]).field;
    data.setUint32(subgraphs, vector - subgraphs, true);
    expect(() => readModel(bytes)).toThrow(
      expect.objectContaining({
        code: "MODEL_TOO_LARGE",
        message: expect.stringContaining("its parts share too much"),
      }),
    );
  });
});

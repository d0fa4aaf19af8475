import { describe, expect, it } from "vitest";
import {
  enums,
  MAX_RANK,
  offsetOf,
  paramsStructOf,
  readStruct,
  sizeOf,
  type structs,
  writeStruct,
} from "../src/index.ts";

const view = () => new DataView(new ArrayBuffer(256));

describe("writeStruct", () => {
  it("writes numbers, choices by name and nested structs, and the struct's size", () => {
    const memory = view();
    const width = { extent: 3, stride: 2, dilation: 1, padBefore: 1, positions: 5 };
    writeStruct(memory, 8, "conv2dParams", {
      width,
      activation: "RELU6",
      quantizedBiasType: "int32",
      groupChannels: 4,
    });
    expect(memory.getUint32(8, true)).toBe(sizeOf("conv2dParams"));
    const at = (field: keyof (typeof structs)["conv2dParams"]) => 8 + offsetOf("conv2dParams", field);
    expect(memory.getInt32(at("activation"), true)).toBe(enums.activation.RELU6);
    expect(memory.getInt32(at("quantizedBiasType"), true)).toBe(enums.type.INT32);
    expect(memory.getInt32(at("width") + offsetOf("window", "padBefore"), true)).toBe(1);
    expect(memory.getInt32(at("height"), true)).toBe(0);
  });

  it("writes lists into arrays, and no more than fit", () => {
    const memory = view();
    writeStruct(memory, 0, "padParams", { before: new Array(MAX_RANK + 3).fill(7) });
    const first = offsetOf("padParams", "before");
    expect(memory.getInt32(first + 4 * (MAX_RANK - 1), true)).toBe(7);
    expect(memory.getInt32(first + 4 * MAX_RANK, true)).toBe(0);
  });

  it("writes booleans as bytes", () => {
    const memory = view();
    writeStruct(memory, 0, "reduceParams", { reduced: [true, false, true] });
    const first = offsetOf("reduceParams", "reduced");
    expect([0, 1, 2].map((i) => memory.getUint8(first + i))).toEqual([1, 0, 1]);
  });
});

describe("readStruct", () => {
  it("reads what was written", () => {
    const memory = view();
    writeStruct(memory, 4, "nodeInfo", { index: 3, subgraph: 1, operatorVersion: 2 });
    expect(readStruct(memory, 4, "nodeInfo")).toMatchObject({
      structSize: 24,
      index: 3,
      subgraph: 1,
      operatorVersion: 2,
    });
  });

  it("reads fields behind the struct's own size as 0: whoever wrote it did not know them", () => {
    const memory = view();
    writeStruct(memory, 0, "nodeInfo", { index: 3, subgraph: 1, operatorVersion: 2, structSize: 8 });
    expect(readStruct(memory, 0, "nodeInfo")).toMatchObject({
      structSize: 8,
      index: 3,
      subgraph: 0,
      operatorVersion: 0,
    });
  });

  it("does not read beyond the memory", () => {
    const memory = new DataView(new ArrayBuffer(28));
    memory.setUint32(8, 100, true);
    expect(() => readStruct(memory, 8, "nodeInfo")).toThrow(RangeError);
  });
});

describe("paramsStructOf", () => {
  it.each([
    ["CONV_2D", "conv2dParams"],
    ["MAX_POOL_2D", "pool2dParams"],
    ["SignalRfft", "fftParams"],
    ["SignalFilterBankLog", "signalFilterBankLogParams"],
    ["LOGISTIC", undefined],
    ["constructor", undefined],
    ["", undefined],
  ])("%s has %s", (name, struct) => {
    expect(paramsStructOf(name)).toBe(struct);
  });
});

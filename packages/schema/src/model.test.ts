import { describe, expect, it } from "vitest";
import { goldenFiles, goldenModels, sharedAbsent, sharedModel, sharedModelNames, sharedNote } from "../test/shared.ts";
import { smallModel } from "../test/small-model.ts";
import { readModel } from "./model.ts";
import { bufferBytes } from "./model-bytes.ts";
import { operatorName } from "./operator-code.ts";
import { writeModel } from "./writer.ts";

describe("a model's view", () => {
  const bytes = writeModel(smallModel);
  const model = readModel(bytes);
  const [graph] = model.subgraphs;

  it("reads what the file holds", () => {
    expect(graph?.tensors.map(({ name, type, shape }) => ({ name, type, shape }))).toEqual([
      { name: "input", type: "int8", shape: [1, 4, 4, 2] },
      { name: "weights", type: "int8", shape: [2, 1, 1, 2] },
      { name: "output", type: "int8", shape: [1, 4, 4, 2] },
    ]);
    expect(model.operatorCodes.map(operatorName)).toEqual(["CONV_2D", "Mine"]);
  });

  it("reads a union as its type and value, with the defaults of what is not in the file", () => {
    const options = graph?.operators[0]?.builtinOptions;
    expect(options?.type).toBe("Conv2DOptions");
    expect(options?.value).toMatchObject({
      padding: "VALID",
      strideW: 1,
      dilationWFactor: 1,
      fusedActivationFunction: "NONE",
    });
  });

  it("reads what a table does not have as its default, empty or undefined", () => {
    const custom = graph?.operators[1];
    expect(custom?.builtinOptions).toBeUndefined();
    expect(custom?.intermediates).toEqual([]);
    expect(custom?.debugMetadataIndex).toBe(-1);
    expect(graph?.tensors[2]?.quantization).toBeUndefined();
    expect(model.description).toBe("");
    expect(model.buffers[0]?.data).toHaveLength(0);
  });

  it("computes a field once", () => {
    expect(model.subgraphs).toBe(model.subgraphs);
    expect(graph?.tensors[0]?.quantization).toBe(graph?.tensors[0]?.quantization);
  });

  it("shares the file's memory with byte arrays, at an offset as well", () => {
    const host = new Uint8Array(bytes.length + 3);
    host.set(bytes, 3);
    const data = bufferBytes(readModel(host.subarray(3)), 2);
    expect(data).toEqual(new Uint8Array(16).fill(7));
    expect(data.buffer).toBe(host.buffer);
  });

  it("gives plain Uint8Arrays for a Node Buffer", () => {
    expect(Object.getPrototypeOf(bufferBytes(readModel(Buffer.from(bytes)), 1))).toBe(Uint8Array.prototype);
  });

  it("is read from an ArrayBuffer as well", () => {
    expect(readModel(bytes.slice().buffer).subgraphs).toHaveLength(1);
  });

  it("has no bytes for a buffer that does not exist", () => {
    expect(() => bufferBytes(model, 3)).toThrow(
      expect.objectContaining({ code: "MODEL_INVALID", where: "buffers[3]" }),
    );
  });
});

describe.skipIf(sharedAbsent)(`the shared models${sharedNote}`, () => {
  it("include hello_world, which reads as a network of three fully connected layers", () => {
    const model = readModel(sharedModel("hello_world_int8.tflite"));
    const [graph] = model.subgraphs;
    expect(model.description).toBe("MLIR Converted.");
    expect(model.operatorCodes.map(operatorName)).toEqual(["FULLY_CONNECTED"]);
    expect(graph?.operators.map(({ inputs }) => inputs)).toEqual([
      [0, 6, 5],
      [7, 4, 3],
      [8, 2, 1],
    ]);
    expect(graph?.tensors[9]).toMatchObject({ type: "int8", shape: [1, 1], quantization: { zeroPoint: [5] } });
    expect(bufferBytes(model, graph!.tensors[4]!.buffer)).toHaveLength(256);
  });

  it("all verify", () => {
    const names = sharedModelNames();
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) expect(readModel(sharedModel(name)).version, name).toBe(3);
  });

  it("of the operators' goldens all verify", () => {
    const models = goldenFiles().flatMap(goldenModels);
    expect(models.length).toBeGreaterThan(1000);
    for (const { name, bytes } of models) expect(readModel(bytes).version, name).toBe(3);
  });
});

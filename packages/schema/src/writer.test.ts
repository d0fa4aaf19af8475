import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyTable, normalised } from "../test/descriptions.ts";
import { goldenFiles, goldenModels, sharedAbsent, sharedModel, sharedModelNames, sharedNote } from "../test/shared.ts";
import { smallModel, withGraph } from "../test/small-model.ts";
import { flatFile, follow } from "./flat-file.ts";
import { readModel } from "./model.ts";
import { bufferBytes } from "./model-bytes.ts";
import { type TableName, unions } from "./tables/schema.ts";
import type { Plain, View } from "./types.ts";
import { verifyLayout } from "./verify-layout.ts";
import { viewTable } from "./view.ts";
import { describeModel, type ModelDescription, writeModel } from "./writer.ts";

/** The view of a model of which only the layout is verified: one that can be read but makes no sense. */
function readLayout(bytes: Uint8Array): View<"Model"> {
  const file = flatFile(bytes);
  verifyLayout(file);
  return viewTable("Model", file, follow(file, 0));
}

function expectRoundTrip(description: Record<string, unknown>): void {
  const model = readLayout(writeModel(description as ModelDescription));
  expect(describeModel(model)).toEqual(normalised("Model", { version: 3, ...description }));
}

describe("a description that was written", () => {
  it("reads as itself, whatever the model", () => {
    fc.assert(fc.property(anyTable("Model"), expectRoundTrip), { numRuns: 300 });
  });

  it.each(
    (["BuiltinOptions", "BuiltinOptions2"] as const).flatMap((union) =>
      Object.keys(unions[union]).map((type) => ({ union, type: type as TableName })),
    ),
  )("reads as itself, with any $type", ({ union, type }) => {
    const key = union === "BuiltinOptions" ? "builtinOptions" : "builtinOptions2";
    fc.assert(
      fc.property(anyTable(type), (value) => {
        expectRoundTrip({ subgraphs: [{ operators: [{ [key]: { type, value } }] }] });
      }),
      { numRuns: 20 },
    );
  });

  it("reads as itself, with the data of its buffers outside the tables", () => {
    const bytes = writeModel(smallModel, { buffers: "outside" });
    const model = readModel(bytes);
    expect(describeModel(model)).toEqual(normalised("Model", { version: 3, ...smallModel }));
    expect(model.buffers.map(({ data, size }) => [data.length, size])).toEqual([
      [0, 0],
      [0, 4],
      [0, 16],
    ]);
    expect(model.buffers.map(({ offset }) => offset % 16)).toEqual([0, 0, 0]);
  });

  it("gives the same bytes as the model that is read from it", () => {
    const bytes = writeModel(smallModel);
    expect(writeModel(readModel(bytes))).toEqual(bytes);
    expect(writeModel(readModel(writeModel(smallModel, { buffers: "outside" })))).toEqual(bytes);
  });

  it("gives the same bytes each time", () => {
    expect(writeModel(structuredClone(smallModel))).toEqual(writeModel(smallModel));
  });

  it("has the data of its buffers aligned to 16 bytes", () => {
    const buffers = [1, 15, 16, 17].map((length) => ({ data: new Uint8Array(length) }));
    const model = readModel(writeModel({ ...smallModel, buffers: [...smallModel.buffers!, ...buffers] }));
    for (const i of [1, 2, 3, 4, 5, 6]) expect(bufferBytes(model, i).byteOffset % 16).toBe(0);
  });

  it("does not hold what has its default", () => {
    const spelledOut = withGraph({ debugMetadataIndex: -1 });
    expect(writeModel({ ...spelledOut, version: 3, description: "", metadataBuffer: [] })).toEqual(
      writeModel(smallModel),
    );
  });
});

describe("writeModel refuses", () => {
  it.each<[string, object, string]>([
    ["what is no description", [smallModel], "model: there is no field '0'"],
    ["an unknown field", { buffer: [] }, "model: there is no field 'buffer', the fields are: version, operatorCodes,"],
    ["a misspelled field", { subgraphs: [{ tensor: [] }] }, "subgraphs[0]: there is no field 'tensor'"],
    [
      "a deprecated field",
      { signatureDefs: [{ deprecatedTag: "" }] },
      "signatureDefs[0]: there is no field 'deprecatedTag'",
    ],
    ["null", { subgraphs: null }, "subgraphs: expected an array, got null"],
    ["an array for a table", { subgraphs: [[]] }, "subgraphs[0]: expected an object, got an array"],
    ["a text for a vector", { subgraphs: "" }, "subgraphs: expected an array, got ''"],
    ["a number for a text", { description: 3 }, "description: expected a string, got 3"],
    ["an array for bytes", { buffers: [{ data: [1] }] }, "buffers[0].data: expected a Uint8Array, got an array"],
    ["a fraction", { version: 3.5 }, "version: expected an integer from 0 to 4294967295, got 3.5"],
    [
      "an integer out of range",
      { metadataBuffer: [2 ** 31] },
      "metadataBuffer[0]: expected an integer from -2147483648 to",
    ],
    [
      "an unsafe integer",
      { buffers: [{ offset: 2 ** 53 }] },
      "buffers[0].offset: expected an integer from 0 to 90071992547",
    ],
    [
      "a number for a boolean",
      tensorWith({ isVariable: 1 }),
      "subgraphs[0].tensors[0].isVariable: expected a boolean, got 1",
    ],
    [
      "a text for a float",
      tensorWith({ quantization: { scale: ["1"] } }),
      "quantization.scale[0]: expected a number, got '1'",
    ],
    [
      "an enum's value that does not exist",
      tensorWith({ type: "INT8" }),
      "tensors[0].type: expected one of float32, float16",
    ],
    [
      "a union that does not exist",
      optionsWith({ type: "ConvOptions" }),
      "builtinOptions.type: 'ConvOptions' is not a member",
    ],
    ["a union without a type", optionsWith({ value: {} }), "builtinOptions.type: 'undefined' is not a member of"],
    [
      "options outside their value",
      optionsWith({ type: "MulOptions", axis: 1 }),
      "builtinOptions: there is no field 'axis'",
    ],
    [
      "a number for a 64-bit integer that is data",
      optionsWith({ type: "RandomOptions", value: { seed: 1 } }),
      "builtinOptions.value.seed: expected a bigint of 64 bits, got 1",
    ],
  ])("%s", (_, description, message) => {
    expect(() => writeModel(description as ModelDescription)).toThrow(
      expect.objectContaining({ code: "WRITER_INVALID", message: expect.stringContaining(message) }),
    );
  });
});

function tensorWith(tensor: object): ModelDescription {
  return { subgraphs: [{ tensors: [tensor as Plain<"Tensor">] }] };
}

function optionsWith(builtinOptions: object): ModelDescription {
  return { subgraphs: [{ operators: [{ builtinOptions } as Plain<"Operator">] }] };
}

describe.skipIf(sharedAbsent)(`real models${sharedNote}`, () => {
  it("read the same after they are described and written anew", () => {
    const models = [
      ...sharedModelNames().map(sharedModel),
      ...goldenFiles()
        .flatMap(goldenModels)
        .map(({ bytes }) => bytes),
    ];
    for (const bytes of models) {
      const description = describeModel(readModel(bytes));
      expect(describeModel(readModel(writeModel(description)))).toEqual(description);
    }
  });
});

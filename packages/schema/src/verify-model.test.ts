import { describe, expect, it } from "vitest";
import { callingSubgraphs, smallModel, withGraph } from "../test/small-model.ts";
import { readModel } from "./model.ts";
import { type ModelDescription, type OperatorDescription, type TensorDescription, writeModel } from "./writer.ts";

const [input, weights, output] = smallModel.subgraphs![0]!.tensors!;

const withTensor = (changes: TensorDescription) =>
  withGraph({ tensors: [{ ...input, ...changes }, weights!, output!] });
const withWeights = (changes: TensorDescription) =>
  withGraph({ tensors: [input!, { ...weights, ...changes }, output!] });
const withOperator = (operator: OperatorDescription) => withGraph({ operators: [operator] });
const withDetails = (scales: number, zeroPoints: number) =>
  withTensor({ quantization: { details: { type: "BlockwiseQuantization", value: { scales, zeroPoints } } } });

describe("readModel refuses", () => {
  it.each<[string, ModelDescription, string]>([
    ["a model without subgraphs", { buffers: [{}] }, "subgraphs: a model has at least one"],
    [
      "an input that does not exist",
      withGraph({ inputs: [3] }),
      "subgraphs[0].inputs[0]: 3 is not an index into the 3 tensors",
    ],
    ["an optional output of a subgraph", withGraph({ outputs: [-1] }), "subgraphs[0].outputs[0]: -1 is not"],
    [
      "an operator's tensor that does not exist",
      withOperator({ inputs: [0, 7] }),
      "subgraphs[0].operators[0].inputs[1]: 7",
    ],
    ["an operator's optional output", withOperator({ outputs: [-1] }), "subgraphs[0].operators[0].outputs[0]: -1"],
    ["an intermediate that does not exist", withOperator({ intermediates: [9] }), "operators[0].intermediates[0]: 9"],
    [
      "an operator code that does not exist",
      withOperator({ opcodeIndex: 2 }),
      "operators[0].opcodeIndex: 2 is not an index",
    ],
    ["a buffer that does not exist", withTensor({ buffer: 3 }), "subgraphs[0].tensors[0].buffer: 3 is not an index"],
    ["a negative size", withTensor({ shape: [1, -1] }), "subgraphs[0].tensors[0].shape[1]: -1 is not a size"],
    [
      "a tensor beyond 2^31 bytes",
      withTensor({ shape: [65536, 65536, 65536] }),
      "subgraphs[0].tensors[0].shape: [65536,",
    ],
    ["a constant with too little data", withWeights({ shape: [5] }), "buffer 1 has 4 bytes, [5] of int8 takes 5"],
    ["a constant with too much data", withWeights({ shape: [3] }), "buffer 1 has 4 bytes, [3] of int8 takes 3"],
    ["a packed constant of another size", withWeights({ type: "int4", shape: [9] }), "[9] of int4 takes 5"],
    [
      "zero points without their scales",
      withTensor({ quantization: { zeroPoint: [1, 2] } }),
      "2 zero points for 0 scales",
    ],
    [
      "a scale that is not a number",
      withTensor({ quantization: { scale: [Number.NaN] } }),
      "quantization.scale[0]: NaN",
    ],
    ["a negative scale", withTensor({ quantization: { scale: [-1] } }), "quantization.scale[0]: -1"],
    ["scales unlike their dimension", withWeights({ quantization: { scale: [1, 1, 1] } }), "3 scales for dimension 0"],
    ["block scales that do not exist", withDetails(5, -1), "quantization.details.scales: 5"],
    ["block zero points that do not exist", withDetails(1, -2), "quantization.details.zeroPoints: -2"],
    ["metadata without its buffer", { ...smallModel, metadata: [{ buffer: 8 }] }, "metadata[0].buffer: 8"],
    ["old metadata without its buffer", { ...smallModel, metadataBuffer: [-1] }, "metadataBuffer[0]: -1"],
    [
      "a signature of no subgraph",
      { ...smallModel, signatureDefs: [{ subgraphIndex: 1 }] },
      "signatureDefs[0].subgraphIndex: 1",
    ],
    [
      "a signature's tensor that does not exist",
      { ...smallModel, signatureDefs: [{ outputs: [{ tensorIndex: 4 }] }] },
      "signatureDefs[0].outputs[0].tensorIndex: 4",
    ],
    [
      "a branch that does not exist",
      callingSubgraphs([[1, 2], undefined]),
      "subgraphs[0].operators[0].builtinOptions.elseSubgraphIndex: 2 is not an index into the 2 subgraphs",
    ],
    ["a subgraph that runs itself", callingSubgraphs([[0, 0]]), "subgraph 0 reaches itself: 0 → 0"],
    [
      "subgraphs that run each other",
      callingSubgraphs([
        [1, 1],
        [2, 2],
        [1, 2],
      ]),
      "subgraphs[2].operators[0].builtinOptions.thenSubgraphIndex: subgraph 1 reaches itself: 0 → 1 → 2 → 1",
    ],
    [
      "subgraphs nested without end",
      callingSubgraphs(Array.from({ length: 100 }, (_, i) => (i < 99 ? [i + 1, i + 1] : undefined))),
      "subgraphs run inside each other more than 64 deep",
    ],
    [
      "subgraphs nested without end, listed from the innermost",
      callingSubgraphs(Array.from({ length: 100 }, (_, i) => (i > 0 ? [i - 1, i - 1] : undefined))),
      "subgraphs run inside each other more than 64 deep",
    ],
  ])("%s", (_, description, message) => {
    expect(() => readModel(writeModel(description))).toThrow(
      expect.objectContaining({ code: "MODEL_INVALID", message: expect.stringContaining(message) }),
    );
  });

  it("another version of the schema", () => {
    expect(() => readModel(writeModel({ ...smallModel, version: 2 }))).toThrow(
      expect.objectContaining({ code: "MODEL_VERSION", where: "version" }),
    );
  });

  it.each<[string, ModelDescription, string]>([
    [
      "a buffer",
      { ...smallModel, buffers: [{}, {}, { offset: 99_999, size: 4 }] },
      "buffers[2]: its data ends at byte 100003",
    ],
    [
      "custom options",
      withOperator({ largeCustomOptionsOffset: 2, largeCustomOptionsSize: 99_999 }),
      "operators[0].largeCustomOptionsOffset: its data ends at byte 100001",
    ],
  ])("%s outside the file", (_, description, message) => {
    expect(() => readModel(writeModel(description))).toThrow(
      expect.objectContaining({ code: "MODEL_TRUNCATED", message: expect.stringContaining(message) }),
    );
  });
});

describe("readModel accepts", () => {
  it.each<[string, ModelDescription]>([
    ["an operator's optional inputs", withOperator({ inputs: [-1, 0], intermediates: [-1] })],
    ["one zero point for many scales", withWeights({ quantization: { scale: [1, 2], zeroPoint: [0] } })],
    [
      "a quantized dimension that does not exist",
      withWeights({ quantization: { scale: [1, 1, 1], quantizedDimension: 7 } }),
    ],
    ["string data of any size", withWeights({ type: "string", shape: [9], quantization: undefined })],
    ["sparse data of any size", withWeights({ shape: [9], sparsity: {}, quantization: undefined })],
    ["packed data", withWeights({ type: "int4", shape: [7], quantization: undefined })],
    ["branches that share a subgraph", callingSubgraphs([[1, 2], [2, 2], undefined])],
    ["an offset of 1, which stands for none", { ...smallModel, buffers: [{ offset: 1, size: 1 }, {}, {}] }],
  ])("%s", (_, description) => {
    expect(readModel(writeModel(description)).version).toBe(3);
  });
});

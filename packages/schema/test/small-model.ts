import type { ModelDescription, SubGraphDescription } from "../src/writer.ts";

/** A description of a small valid model that uses most of the schema's kinds of fields. */
export const smallModel: ModelDescription = {
  operatorCodes: [
    { deprecatedBuiltinCode: 3, builtinCode: 3, version: 2 },
    { deprecatedBuiltinCode: 32, customCode: "Mine" },
  ],
  subgraphs: [
    {
      name: "main",
      tensors: [
        { name: "input", type: "int8", shape: [1, 4, 4, 2], quantization: { scale: [0.5], zeroPoint: [-3] } },
        {
          name: "weights",
          type: "int8",
          shape: [2, 1, 1, 2],
          buffer: 1,
          quantization: { scale: [0.5, 0.25], zeroPoint: [0, 0] },
        },
        { name: "output", type: "int8", shape: [1, 4, 4, 2], shapeSignature: [-1, 4, 4, 2] },
      ],
      inputs: [0],
      outputs: [2],
      operators: [
        {
          inputs: [0, 1, -1],
          outputs: [2],
          builtinOptions: { type: "Conv2DOptions", value: { padding: "VALID", strideW: 1, strideH: 1 } },
        },
        { opcodeIndex: 1, inputs: [2], outputs: [2], customOptions: Uint8Array.of(1, 2, 3) },
      ],
    },
  ],
  buffers: [{}, { data: Uint8Array.of(1, 2, 3, 4) }, { data: new Uint8Array(16).fill(7) }],
  metadata: [{ name: "notes", buffer: 2 }],
  signatureDefs: [{ signatureKey: "serve", inputs: [{ name: "x" }], outputs: [{ name: "y", tensorIndex: 2 }] }],
};

/** The small model with other things in its only subgraph. */
export function withGraph(changes: SubGraphDescription): ModelDescription {
  return { ...smallModel, subgraphs: [{ ...smallModel.subgraphs![0], ...changes }] };
}

/** A model whose subgraphs each run the ones listed for it, with IF. */
export function callingSubgraphs(calls: readonly (readonly [number, number] | undefined)[]): ModelDescription {
  const subgraphs = calls.map((pair): SubGraphDescription => {
    if (pair === undefined) return {};
    const [thenSubgraphIndex, elseSubgraphIndex] = pair;
    return { operators: [{ builtinOptions: { type: "IfOptions", value: { thenSubgraphIndex, elseSubgraphIndex } } }] };
  });
  return { operatorCodes: [{ builtinCode: 118 }], subgraphs };
}

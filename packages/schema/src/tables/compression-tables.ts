/** TFLM's own schema for compressed tensors, the root of the metadata named `COMPRESSION_METADATA`. */
export const compressionTables = {
  CompressionMetadata: { schemaVersion: "uint32 = 1", subgraphs: "[CompressedSubgraph]" },
  CompressedSubgraph: { lutTensors: "[LutTensor]" },
  LutTensor: { tensor: "int32", valueBuffer: "uint32", indexBitwidth: "uint8" },
} as const;

/** The members of the union `QuantizationDetails`, in tag order: the first has tag 1. */
export const quantizationDetails = {
  CustomQuantization: { custom: "bytes16" },
  BlockwiseQuantization: { scales: "int32", zeroPoints: "int32", blockSize: "int32" },
  MultiAxisQuantization: { scales: "int32", zeroPoints: "int32", blockSize: "int32", quantizedDimensions: "[int32]" },
} as const;

/** The members of the union `SparseIndexVector`, in tag order: the first has tag 1. */
export const sparseIndexVector = {
  Int32Vector: { values: "[int32]" },
  Uint16Vector: { values: "[uint16]" },
  Uint8Vector: { values: "bytes" },
} as const;

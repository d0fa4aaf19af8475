import { operatorCode, writeModel } from "@thimble/schema/writer";

/** The operators that the test packs have kernels for. */
export type Unary = "NEG" | "ABS" | "SQUARE" | "SQRT" | "SIN" | "COS" | "LOG" | "EXP" | "FLOOR" | "CEIL" | "ROUND";

/** A chain of element-wise float operators over one tensor of `length` elements after another. */
export function unaryChain(operators: readonly Unary[], length = 1): Uint8Array {
  return writeModel({
    operatorCodes: operators.map(operatorCode),
    subgraphs: [
      {
        tensors: Array.from({ length: operators.length + 1 }, (_, i) => ({
          name: `t${i}`,
          type: "float32" as const,
          shape: [length],
        })),
        inputs: [0],
        outputs: [operators.length],
        operators: operators.map((_, i) => ({ opcodeIndex: i, inputs: [i], outputs: [i + 1] })),
      },
    ],
    buffers: [{}],
  });
}

/** A model of one custom operator with options. */
export const customModel = (customCode: string, customOptions: Uint8Array): Uint8Array =>
  writeModel({
    operatorCodes: [operatorCode(customCode)],
    subgraphs: [
      {
        tensors: ["in", "out"].map((name) => ({ name, type: "float32" as const, shape: [1] })),
        inputs: [0],
        outputs: [1],
        operators: [{ inputs: [0], outputs: [1], customOptions }],
      },
    ],
    buffers: [{}],
  });

import { operatorCode, writeModel } from "@thimble/schema/writer";

/** RELU, LOGISTIC, RELU, TANH of four floats, one after the other; outputs are named a, b, c, d. */
export function chain(): Uint8Array {
  const names = ["RELU", "LOGISTIC", "TANH"] as const;
  const order = [0, 1, 0, 2];
  return writeModel({
    operatorCodes: names.map((name) => operatorCode(name)),
    buffers: [{}],
    subgraphs: [
      {
        tensors: ["x", "a", "b", "c", "d"].map((name) => ({ name, type: "float32" as const, shape: [4] })),
        inputs: [0],
        outputs: [4],
        operators: order.map((opcodeIndex, i) => ({ opcodeIndex, inputs: [i], outputs: [i + 1] })),
      },
    ],
  });
}

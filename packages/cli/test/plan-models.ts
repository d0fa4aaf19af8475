import { operatorCode, type TensorDescription, writeModel } from "@thimble/schema/writer";
import { makeFile } from "./run-cli.ts";

const int32 = (...values: number[]): { data: Uint8Array } => ({ data: new Uint8Array(Int32Array.from(values).buffer) });

const bytes = (name: string, length: number): TensorDescription => ({ name, type: "int8", shape: [length] });

/**
 * Four tensors of 48, 32, 32 and 64 bytes, each made of the one before it: 96 bytes suffice, and greedy takes 128, for
 * it puts the first one where the others then do not fit.
 */
export const chainModelFile = (name = "chain"): string =>
  makeFile(
    `${name}.tflite`,
    writeModel({
      operatorCodes: ["SLICE", "RESHAPE", "CONCATENATION"].map((name) => operatorCode(name)),
      buffers: [{}, int32(0), int32(32)],
      subgraphs: [
        {
          tensors: [
            bytes("first", 48),
            { name: "begin", type: "int32", shape: [1], buffer: 1 },
            { name: "size", type: "int32", shape: [1], buffer: 2 },
            bytes("second", 32),
            bytes("third", 32),
            bytes("<last> & 'least'", 64),
          ],
          inputs: [0],
          outputs: [5],
          operators: [
            { opcodeIndex: 0, inputs: [0, 1, 2], outputs: [3] },
            { opcodeIndex: 1, inputs: [3], outputs: [4] },
            {
              opcodeIndex: 2,
              inputs: [4, 4],
              outputs: [5],
              builtinOptions: { type: "ConcatenationOptions", value: { axis: 0 } },
            },
          ],
        },
      ],
    }),
  );

/** A layer with weights of 4 bits, which the reference unpacks into scratch. */
export function scratchModelFile(): string {
  const quantization = { scale: [0.5], zeroPoint: [0] };
  return makeFile(
    "scratch.tflite",
    writeModel({
      operatorCodes: [operatorCode("FULLY_CONNECTED")],
      buffers: [{}, { data: new Uint8Array(16) }],
      subgraphs: [
        {
          tensors: [
            { name: "x", type: "int8", shape: [1, 8], quantization },
            { name: "w", type: "int4", shape: [4, 8], buffer: 1, quantization },
            { name: "y", type: "int8", shape: [1, 4], quantization },
          ],
          inputs: [0],
          outputs: [2],
          operators: [
            { inputs: [0, 1, -1], outputs: [2], builtinOptions: { type: "FullyConnectedOptions", value: {} } },
          ],
        },
      ],
    }),
  );
}

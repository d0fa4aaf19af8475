import { loadPack, type WasmPack } from "@thimble/core";
import { operatorCode, writeModel } from "@thimble/schema/writer";
import { type RunNode, runNode } from "./run-node.ts";

const quantization = (scale: number) => ({ scale: [scale], zeroPoint: [0] });

/** A depthwise layer of int16 with weights of -128: of inputs of -32,768 its sums are the greatest of so many taps. */
const layerOf = (taps: number): Uint8Array =>
  writeModel({
    operatorCodes: [operatorCode("DEPTHWISE_CONV_2D")],
    subgraphs: [
      {
        tensors: [
          { name: "input", type: "int16", shape: [1, 1, taps, 3], quantization: quantization(1) },
          { name: "weights", type: "int8", shape: [1, 1, taps, 3], quantization: quantization(1), buffer: 1 },
          { name: "output", type: "int16", shape: [1, 1, 1, 3], quantization: quantization(2 ** 17) },
        ],
        inputs: [0],
        outputs: [2],
        operators: [
          {
            opcodeIndex: 0,
            inputs: [0, 1],
            outputs: [2],
            builtinOptions: {
              type: "DepthwiseConv2DOptions",
              value: { padding: "VALID", strideW: 1, strideH: 1, depthMultiplier: 1 },
            },
          },
        ],
      },
    ],
    buffers: [{}, { data: new Uint8Array(new Int8Array(3 * taps).fill(-128).buffer) }],
  });

/** What a pack makes of the greatest sums of a layer: 32 times its taps. */
export const runManyTaps = async (description: WasmPack, taps: number): Promise<RunNode> =>
  runNode(await loadPack(description), layerOf(taps), () => -32_768);

import { Interpreter, loadPack } from "@thimble/core";
import { operatorCode, writeModel } from "@thimble/schema/writer";
import { expect, test } from "vitest";

const CHANNELS = 2;
const quantization = { scale: [0.5], zeroPoint: [0] };

const modelOfWidth = (width: number): Uint8Array =>
  writeModel({
    operatorCodes: [operatorCode("DEPTHWISE_CONV_2D")],
    subgraphs: [
      {
        tensors: [
          { name: "input", type: "int8", shape: [1, 1, width, CHANNELS], quantization },
          { name: "filter", type: "int8", shape: [1, 3, 3, CHANNELS], quantization, buffer: 1 },
          { name: "output", type: "int8", shape: [1, 1, width, CHANNELS], quantization },
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
              value: { padding: "SAME", strideW: 1, strideH: 1, depthMultiplier: 1 },
            },
          },
        ],
      },
    ],
    buffers: [{}, { data: new Uint8Array(9 * CHANNELS).fill(1) }],
  });

const MOST_COLUMNS = 65_536;

test.each([
  [MOST_COLUMNS, "arm_depthwise_conv_2d_3x3_s8"],
  [MOST_COLUMNS + 1, "arm_depthwise_conv_2d_s8"],
])("a 3x3 depthwise layer with rows of %i outputs is for %s: scratch is bounded", async (width, kernel) => {
  const pack = await loadPack(new URL("../dist/kernels.mve.wasm", import.meta.url));
  const interpreter = await Interpreter.create(modelOfWidth(width), { packs: [pack] });
  expect(interpreter.steps[0]!.kernel.name).toBe(kernel);
  interpreter.dispose();
});

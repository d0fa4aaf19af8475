/** Writes bench/model.tflite, a model of one {{OPERATOR}}, for `npm run bench`. Measure on your users' models too. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { randomData, writeSingleOperator } from "@thimble/conformance";

const quantization = (scale, zeroPoint) => ({ scale: [scale], zeroPoint: [zeroPoint] });

const tensor = (type, shape, scale, zeroPoint) => ({ type, shape, quantization: quantization(scale, zeroPoint) });

const constant = (type, shape, scale) => ({ ...tensor(type, shape, scale, 0), data: randomData(type, shape, 1) });

const nodes = {
  RELU: {
    inputs: [tensor("int8", [1, 32, 32, 16], 0.1, 3)],
    outputs: [tensor("int8", [1, 32, 32, 16], 0.05, -128)],
  },
  FULLY_CONNECTED: {
    options: { type: "FullyConnectedOptions", value: { fusedActivationFunction: "RELU" } },
    inputs: [tensor("int8", [1, 256], 0.1, 3), constant("int8", [128, 256], 0.01), constant("int32", [128], 0.001)],
    outputs: [tensor("int8", [1, 128], 0.05, -128)],
  },
};

const path = fileURLToPath(new URL("model.tflite", import.meta.url));
writeFileSync(path, writeSingleOperator({ operator: "{{OPERATOR}}", ...nodes["{{OPERATOR}}"] }));

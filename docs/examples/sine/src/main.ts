import { readFileSync } from "node:fs";
import { Interpreter } from "@thimble/core";
import reference from "@thimble/kernels-reference";
import { plot } from "./plot.ts";

const model = readFileSync(new URL("../sine_int8.tflite", import.meta.url));
const interpreter = await Interpreter.create(model, { packs: [reference] });
const [input, output] = [interpreter.inputs[0]!, interpreter.outputs[0]!];

const columns = 72;
const xs = Array.from({ length: columns }, (_, i) => (2 * Math.PI * i) / (columns - 1));
const actual = xs.map((x) => {
  input.quantize([x]);
  interpreter.invoke();
  return output.dequantize()[0]!;
});
const expected = xs.map(Math.sin);
const largest = Math.max(...actual.map((y, i) => Math.abs(y - expected[i]!)));

console.log(`
sin(x) for x from 0 to 2π, computed by a neural network in int8 (● the model, · Math.sin)

${plot({ actual, expected })}

model ${model.length} bytes, ${interpreter.steps.length} nodes, arena ${interpreter.arena.usedBytes} bytes; largest error ${largest.toFixed(3)} (output step ${output.quantization!.scale[0]!.toFixed(3)})
`);
interpreter.dispose();

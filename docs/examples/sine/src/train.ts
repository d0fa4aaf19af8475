import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { makeModel } from "./make-model.ts";

const file = fileURLToPath(new URL("../sine_int8.tflite", import.meta.url));
const model = makeModel();
writeFileSync(file, model);
console.log(`${file}: ${model.length} bytes`);

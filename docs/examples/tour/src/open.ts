import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadConfig } from "@thimble/config/node";
import { Interpreter } from "@thimble/core";

const path = fileURLToPath(new URL("../thimble.config.json", import.meta.url));

const model = readFileSync(new URL("../../sine/sine_int8.tflite", import.meta.url));

/** The sine model with the kernels of an environment; `undefined` is the configuration without one. */
export async function open(environment?: string): Promise<Interpreter> {
  const { options } = await loadConfig({ path, environment });
  return Interpreter.create(model, options);
}

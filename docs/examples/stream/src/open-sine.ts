import { readFile } from "node:fs/promises";
import { Interpreter, loadPack } from "@thimble/core";
import wasmSimd from "@thimble/wasm-simd";

/** The sine model, on the fast kernels. */
export const openSine = async (): Promise<Interpreter> =>
  Interpreter.create(await readFile(new URL("../../sine/sine_int8.tflite", import.meta.url)), {
    packs: [await loadPack(wasmSimd)],
  });

/** The pack, as the side-by-side benchmark with other runtimes drives it: see README.md. */
import { Interpreter, loadPack } from "@thimble/core";
import wasmSimd from "@thimble/wasm-simd";

const describe = ({ shape, type, bytes }) => ({ shape: [...shape], dtype: type, bytes: bytes.length });

/** Wraps an interpreter in the benchmark's terms. */
const asModel = (interpreter) => ({
  inputs: interpreter.inputs.map(describe),
  outputs: interpreter.outputs.map(describe),
  setInput: (i, bytes) => interpreter.inputs[i].bytes.set(bytes),
  invoke: () => interpreter.invoke(),
  getOutput: (i) => interpreter.outputs[i].bytes.slice(),
  dispose: () => interpreter.dispose(),
});

/** The benchmark's page sees only files beside the adapter: the modules are there too. */
const beside = ({ wasm, ...build }) => ({ ...build, wasm: new URL(wasm.href.split("/").at(-1), import.meta.url) });

export async function create() {
  const packs = [await loadPack({ ...wasmSimd, builds: wasmSimd.builds.map(beside) })];
  return {
    variant: packs[0].id,
    load: async (bytes) => asModel(await Interpreter.create(bytes, { packs })),
  };
}

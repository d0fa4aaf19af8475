import { Interpreter, loadPack } from "@thimble/core";
import kernels from "@thimble/wasm-simd/kernels.simd128.wasm";
import model from "../../sine/sine_int8.tflite";

/** Made with the first request, used by all that come after it: invoke is synchronous, so that they do not meet. */
let opened: Promise<Interpreter> | undefined;

const open = async (): Promise<Interpreter> => Interpreter.create(model, { packs: [await loadPack(kernels)] });

/** `GET /?x=1.57` gives `{"x":1.57,"sine":1.01}`. */
async function answer(request: Request): Promise<Response> {
  const x = Number(new URL(request.url).searchParams.get("x"));
  if (!Number.isFinite(x)) return Response.json({ error: "x is no number: ?x=1.57" }, { status: 400 });
  opened ??= open();
  const interpreter = await opened;
  interpreter.inputs[0]!.quantize([x]);
  interpreter.invoke();
  return Response.json({ x, sine: interpreter.outputs[0]!.dequantize()[0] });
}

const worker: { fetch(request: Request): Promise<Response> } = { fetch: answer };

export default worker;

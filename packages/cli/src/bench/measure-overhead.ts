import { type AnyPack, Interpreter, type InterpreterOptions, isLoadedPack, type Pack } from "@thimble/core";
import { measure } from "./measure.ts";

/** Invokes that are timed together, for one takes less than the clock can tell. */
const BATCH = 1000;

/** Nanoseconds that the interpreter itself takes for a node: its time with kernels that do nothing. */
export async function measureOverhead(
  bytes: Uint8Array,
  options: InterpreterOptions,
  milliseconds: number,
): Promise<number> {
  const interpreter = await Interpreter.create(bytes, { ...options, packs: options.packs.map(withIdleKernels) });
  const nodes = interpreter.steps.length;
  const { p50 } = measure(() => {
    for (let i = 0; i < BATCH; i++) interpreter.invoke();
  }, milliseconds);
  interpreter.dispose();
  return nodes > 0 ? (p50 * 1e6) / BATCH / nodes : 0;
}

const withIdleKernels = (pack: AnyPack): AnyPack =>
  isLoadedPack(pack) ? { ...pack, attach: (memory) => idle(pack.attach(memory)) } : idle(pack);

const idle = (pack: Pack): Pack => ({
  ...pack,
  kernels: pack.kernels.map((kernel) => ({ ...kernel, invoke() {}, series: undefined })),
});

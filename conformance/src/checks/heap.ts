import type { AnyPack, Interpreter } from "@thimble/core";
import type { ConformanceCase } from "./case.ts";
import { openCase, withReference } from "./open-case.ts";

/** What an engine lets a program know of its heap. */
export interface Heap {
  /** Collects what nobody holds, the youngest generation only if `isMinor`. */
  collect(isMinor: boolean): void;
  /** Bytes in use. */
  used(): number;
}

const WARM_UPS = 1500;
const WARM_UP_MILLISECONDS = 40;
const MEASURED = 400;
const MEASURED_MILLISECONDS = 20;
const ATTEMPTS = 40;

function warmUp(interpreter: Interpreter): void {
  const start = performance.now();
  for (let i = 0; i < WARM_UPS && performance.now() - start < WARM_UP_MILLISECONDS; i++) interpreter.invoke();
}

/** Bytes by which the heap grows for each invoke. */
function growthOf(interpreter: Interpreter, heap: Heap): number {
  heap.collect(true);
  const before = heap.used();
  const start = performance.now();
  let invokes = 0;
  while (invokes < MEASURED && performance.now() - start < MEASURED_MILLISECONDS) {
    interpreter.invoke();
    invokes++;
  }
  return (heap.used() - before) / invokes;
}

/** What is wrong with how a case's invoke uses the heap, once engines have made of its code what they make of it. */
export async function heapGrowth(
  conformanceCase: ConformanceCase,
  pack: AnyPack,
  heap: Heap,
): Promise<string | undefined> {
  const interpreter = await openCase(conformanceCase, withReference(pack));
  const elements = interpreter.outputs.reduce((sum, { data }) => sum + data.length, 0);
  // A double on the heap takes 12 bytes or more: one for each element is over the bound, four in all are not.
  const bound = 64 + 4 * elements;
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < ATTEMPTS && least > bound; attempt++) {
    warmUp(interpreter);
    least = Math.min(least, growthOf(interpreter, heap));
    // Engines compile in threads of their own, which may wait for a busy machine.
    if (least > bound) await new Promise((resolve) => setTimeout(resolve, 5 * attempt));
  }
  interpreter.dispose();
  return least > bound
    ? `an invoke puts ${Math.round(least)} bytes on the JavaScript heap; ${bound} are allowed with ${elements} elements`
    : undefined;
}

/** Makes an interpreter, uses it and disposes it; gives weak references to what nobody may hold any more. */
async function useOnce(conformanceCase: ConformanceCase, pack: AnyPack): Promise<readonly WeakRef<object>[]> {
  const interpreter = await openCase(conformanceCase, withReference(pack));
  const nodes = interpreter.steps.map(({ node }) => node);
  const memory = nodes.flatMap(({ outputs }) => outputs.map(({ bytes }) => bytes.buffer));
  interpreter.invoke();
  interpreter.dispose();
  return [...nodes, ...nodes.flatMap(({ outputs }) => outputs), ...memory].map((held) => new WeakRef<object>(held));
}

/** What is left of an interpreter that was disposed, or `undefined`. */
export async function leftBehind(
  conformanceCase: ConformanceCase,
  pack: AnyPack,
  heap: Heap,
): Promise<string | undefined> {
  const held = await useOnce(conformanceCase, pack);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    await new Promise((resolve) => setTimeout(resolve, 0));
    heap.collect(false);
    if (held.every((reference) => reference.deref() === undefined)) return undefined;
  }
  return "something still holds the node, its tensors or their memory after dispose";
}

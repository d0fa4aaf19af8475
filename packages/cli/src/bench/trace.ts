import { Interpreter, type InterpreterOptions, type Profiler, type ProfilerEvent } from "@thimble/core";
import { setInputs } from "../run/set-inputs.ts";

/** An event of the trace event format, which Chrome's and Perfetto's viewers open; times in microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly cat: string;
  readonly ph: "X" | "M";
  readonly pid: number;
  readonly tid: number;
  readonly ts?: number;
  readonly dur?: number;
  readonly args: Readonly<Record<string, unknown>>;
}

const WARM_UPS = 20;
const TRACED = 3;

/** A profiler that keeps when each node ran. */
class Tracer implements Profiler {
  readonly events: TraceEvent[] = [];
  readonly #starts: number[] = [];
  readonly #model: number;

  constructor(model: number) {
    this.#model = model;
  }

  begin(): void {
    this.#starts.push(performance.now());
  }

  end({ node, kernel, pack }: ProfilerEvent): void {
    const [start, end] = [this.#starts.pop()!, performance.now()];
    const args = { kernel: kernel.name, pack: pack.id, subgraph: node.subgraph, output: node.outputs[0]?.name };
    this.add(`${node.index} ${node.operatorName}`, "node", start, end, args);
  }

  add(name: string, cat: string, start: number, end: number, args: TraceEvent["args"] = {}): void {
    const times = { ts: start * 1000, dur: (end - start) * 1000 };
    this.events.push({ name, cat, ph: "X", pid: 1, tid: this.#model, ...times, args });
  }

  clear(): void {
    this.events.length = 0;
  }
}

/** Some invokes of a model as events: a bar for each invoke, and below it one for each node. */
export async function traceModel(
  model: string,
  bytes: Uint8Array,
  options: InterpreterOptions,
  index: number,
): Promise<readonly TraceEvent[]> {
  const tracer = new Tracer(index);
  const interpreter = await Interpreter.create(bytes, { ...options, profiler: tracer });
  const { setAgain } = await setInputs(interpreter);
  for (let i = 0; i < WARM_UPS + TRACED; i++) {
    if (i === WARM_UPS) tracer.clear();
    setAgain();
    const start = performance.now();
    interpreter.invoke();
    tracer.add("invoke", "invoke", start, performance.now());
  }
  interpreter.dispose();
  return [
    { name: "thread_name", cat: "__metadata", ph: "M", pid: 1, tid: index, args: { name: model } },
    ...tracer.events,
  ];
}

/** Events as a file. */
export const formatTrace = (traceEvents: readonly TraceEvent[]): string =>
  `${JSON.stringify({ traceEvents, displayTimeUnit: "ns" })}\n`;

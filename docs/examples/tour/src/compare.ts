import type { Interpreter } from "@thimble/core";

/** How two interpreters of one model compare. */
export interface Comparison {
  /** Inputs that were tried, and those for which the output's bytes differ. */
  readonly inputs: number;
  readonly differing: number;
  /** Microseconds an invoke, medians of rounds that were measured in turns. */
  readonly microseconds: readonly [number, number];
}

const ROUNDS = 15;
const INVOKES = 4000;

function time(interpreter: Interpreter): number {
  const start = performance.now();
  for (let i = 0; i < INVOKES; i++) interpreter.invoke();
  return ((performance.now() - start) * 1000) / INVOKES;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

/** Runs two interpreters on every int8 there is, and measures them in turns. */
export function compare(a: Interpreter, b: Interpreter): Comparison {
  let differing = 0;
  for (let value = -128; value < 128; value++) {
    const [first, second] = [a, b].map((interpreter) => {
      interpreter.inputs[0]!.data[0] = value;
      interpreter.invoke();
      return interpreter.outputs[0]!.data[0];
    });
    if (first !== second) differing++;
  }
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    times[0].push(time(a));
    times[1].push(time(b));
  }
  return { inputs: 256, differing, microseconds: [median(times[0]), median(times[1])] };
}

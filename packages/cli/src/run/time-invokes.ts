import type { Interpreter, InvokeResult } from "@thimble/core";
import { median } from "../median.ts";

/** What the last invoke came to, and how long one takes. */
export interface TimedInvokes {
  readonly status: InvokeResult;
  readonly medianMicroseconds: number;
}

/** Invokes `count` times, each time with the inputs set anew. Setting them is not timed. */
export function timeInvokes(interpreter: Interpreter, setInputs: () => void, count: number): TimedInvokes {
  const times: number[] = [];
  let status: InvokeResult = "ok";
  for (let i = 0; i < count; i++) {
    setInputs();
    const start = performance.now();
    status = interpreter.invoke();
    times.push((performance.now() - start) * 1000);
  }
  return { status, medianMicroseconds: median(times) };
}

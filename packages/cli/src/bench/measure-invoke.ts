import type { Interpreter } from "@thimble/core";
import type { InvokeTimes } from "./bench-report.ts";
import { measure } from "./measure.ts";

/** Times whole invokes. The inputs are set anew before each, outside the measured time. */
export function measureInvoke(interpreter: Interpreter, setInputs: () => void, milliseconds: number): InvokeTimes {
  const { samplesCount, min, p50 } = measure(() => interpreter.invoke(), milliseconds, setInputs);
  return { samples: samplesCount, minMicroseconds: min * 1000, medianMicroseconds: p50 * 1000 };
}

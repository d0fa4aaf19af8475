import { Transform } from "node:stream";
import type { Interpreter } from "@thimble/core";

/**
 * A stream of real numbers, an array for each input, to a stream of what the model makes of them. One that has no output
 * yet (a model that gathers several invokes) gives nothing for that input.
 */
export const modelStream = (interpreter: Interpreter): Transform =>
  new Transform({
    objectMode: true,
    transform(reals: readonly number[], _, done) {
      try {
        interpreter.inputs[0]!.quantize(reals);
        const status = interpreter.invoke();
        done(null, status === "ok" ? Array.from(interpreter.outputs[0]!.dequantize()) : undefined);
      } catch (error) {
        done(error as Error);
      }
    },
    destroy(error, done) {
      interpreter.dispose();
      done(error);
    },
  });

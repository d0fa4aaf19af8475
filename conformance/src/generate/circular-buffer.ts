import fc from "fast-check";
import { flexMap } from "./flex-map.ts";
import { extent, quantization, smallExtent } from "./pieces.ts";
import type { SingleOperator } from "./single-operator.ts";

/** A new output each time. */
const EVERY_TIME = flexMap({ cycles_max: 1 });

/** CIRCULAR_BUFFER: the last slots, the newest one behind. Its output is a variable or not. */
export const circularBuffer: fc.Arbitrary<SingleOperator> = fc
  .record({
    slots: fc.integer({ min: 1, max: 6 }),
    width: smallExtent,
    channels: extent,
    isVariable: fc.boolean(),
    same: quantization("int8"),
  })
  .map(({ slots, width, channels, isVariable, same }) => ({
    operator: "CIRCULAR_BUFFER",
    customOptions: EVERY_TIME,
    inputs: [{ type: "int8", shape: [1, 1, width, channels], quantization: same }],
    outputs: [{ type: "int8", shape: [1, slots, width, channels], quantization: same, isVariable }],
  }));

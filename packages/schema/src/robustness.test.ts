import fc from "fast-check";
import { expect, it } from "vitest";
import { smallModel } from "../test/small-model.ts";
import { ThimbleError } from "./error.ts";
import { readModel } from "./model.ts";
import { describeModel, writeModel } from "./writer.ts";

const model = writeModel(smallModel);

it("refuses a model that is truncated anywhere", () => {
  for (let length = 0; length < model.length; length++) {
    expect(() => readModel(model.slice(0, length)), `${length} bytes`).toThrow(ThimbleError);
  }
});

const byteChange = fc.record({ at: fc.nat({ max: model.length - 1 }), value: fc.nat({ max: 255 }) });
const word = fc.constantFrom(0, 1, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff);
const wordChange = fc.record({ at: fc.nat({ max: model.length / 4 - 1 }), value: word });

it("either refuses a model whose bytes were changed or reads all of it", () => {
  fc.assert(
    fc.property(fc.array(byteChange, { maxLength: 4 }), fc.array(wordChange, { maxLength: 2 }), (changes, words) => {
      const bytes = model.slice();
      for (const { at, value } of changes) bytes[at] = value;
      for (const { at, value } of words) new DataView(bytes.buffer).setUint32(4 * at, value, true);
      expectRefusedOrWhole(bytes);
    }),
    { numRuns: 10_000, seed: 3 },
  );
});

it("either refuses a model with any one byte changed or reads all of it", () => {
  for (let at = 0; at < model.length; at++) {
    for (const change of [1, 2, 4, 0x80, 0xff]) {
      const bytes = model.slice();
      bytes[at]! ^= change;
      expectRefusedOrWhole(bytes);
    }
  }
});

function expectRefusedOrWhole(bytes: Uint8Array): void {
  try {
    describeModel(readModel(bytes));
  } catch (error) {
    if (!(error instanceof ThimbleError)) throw error;
  }
}

import { Interpreter, loadPack, type TensorType } from "@thimble/core";
import { operatorCode, writeModel } from "@thimble/schema/writer";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { build } from "./build.ts";

const kit = await loadPack(await build("kit", { id: "@acme/kit" }));

type Elements = Int32Array | BigInt64Array | Float64Array;

const typeOf = (elements: Elements): TensorType =>
  elements instanceof Int32Array ? "int32" : elements instanceof Float64Array ? "float64" : "int64";

/** Calls a helper on columns of arguments; gives columns of int32 results. */
async function call(helper: string, inputs: readonly Elements[], results: number): Promise<Int32Array[]> {
  const types = [...inputs.map(typeOf), ...new Array<TensorType>(results).fill("int32")];
  const indices = types.map((_, i) => i);
  const [inputIndices, outputIndices] = [indices.slice(0, inputs.length), indices.slice(inputs.length)];
  const model = writeModel({
    operatorCodes: [operatorCode(helper)],
    subgraphs: [
      {
        tensors: types.map((type, i) => ({ name: `t${i}`, type, shape: [inputs[0]!.length] })),
        inputs: inputIndices,
        outputs: outputIndices,
        operators: [{ inputs: inputIndices, outputs: outputIndices }],
      },
    ],
    buffers: [{}],
  });
  const interpreter = await Interpreter.create(model, { packs: [kit] });
  inputs.forEach((elements, i) => {
    interpreter.inputs[i]!.bytes.set(new Uint8Array(elements.buffer));
  });
  interpreter.invoke();
  return interpreter.outputs.map(({ data }) => (data as Int32Array).slice());
}

const toInt32 = (x: bigint): number => Number(BigInt.asIntN(32, x));

/** x ÷ 2^bits rounded down, with integers of any size. */
const floorShift = (x: bigint, bits: bigint): bigint => x >> bits;

/** gemmlowp's two roundings: half up, then half away from zero. */
function rescaleTwice(x: number, multiplier: number, shift: number): number {
  const shifted = BigInt.asIntN(32, BigInt(x) << BigInt(Math.max(0, shift)));
  const high = floorShift(shifted * BigInt(multiplier) + (1n << 30n), 31n);
  const divisor = 1n << BigInt(Math.max(0, -shift));
  const magnitude = (2n * (high < 0n ? -high : high) + divisor) / (2n * divisor);
  return toInt32(high < 0n ? -magnitude : magnitude);
}

/** One rounding of the whole product, half up. */
const rescaleOnce = (x: bigint, multiplier: bigint, right: bigint): number =>
  toInt32(floorShift(x * multiplier + (1n << (right - 1n)), right));

const int32 = fc.oneof(fc.integer(), fc.constantFrom(-(2 ** 31), 2 ** 31 - 1, -1, 0, 1));
const multiplier = fc.oneof(fc.integer({ min: 2 ** 30, max: 2 ** 31 - 1 }), fc.constantFrom(0, 2 ** 30, 2 ** 31 - 1));

const columns = <T>(row: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(row, { minLength: 1, maxLength: 500 });

describe("the kit's arithmetic is that of integers of any size", () => {
  test("requantize, with two roundings and with one", async () => {
    const row = fc.tuple(int32, multiplier, fc.integer({ min: -31, max: 30 }));
    await fc.assert(
      fc.asyncProperty(columns(row), async (rows) => {
        const inputs = [0, 1, 2].map((i) => Int32Array.from(rows, (row) => row[i]!));
        const [twice, once] = await call("KitRequantize", inputs, 2);
        expect([...twice!]).toEqual(rows.map(([x, m, s]) => rescaleTwice(x, m, s)));
        expect([...once!]).toEqual(rows.map(([x, m, s]) => rescaleOnce(BigInt(x), BigInt(m), BigInt(31 - s))));
      }),
    );
  });

  test("requantize of 64 bits", async () => {
    const wide = fc.bigInt({ min: -(1n << 47n) + 1n, max: (1n << 47n) - 1n });
    const row = fc.tuple(wide, multiplier, fc.integer({ min: -31, max: 14 }));
    await fc.assert(
      fc.asyncProperty(columns(row), async (rows) => {
        const [result] = await call(
          "KitRequantize64",
          [
            BigInt64Array.from(rows, ([x]) => x),
            Int32Array.from(rows, ([, m]) => m),
            Int32Array.from(rows, ([, , s]) => s),
          ],
          1,
        );
        const reduced = (m: number) => BigInt(m < 0x7fff0000 ? (m + 0x8000) >> 16 : 0x7fff);
        expect([...result!]).toEqual(rows.map(([x, m, s]) => rescaleOnce(x, reduced(m), BigInt(15 - s))));
      }),
    );
  });

  test("quantize_multiplier keeps 31 bits of a factor", async () => {
    const real = fc.double({ min: 2 ** -31, max: 2 ** 20, noNaN: true });
    await fc.assert(
      fc.asyncProperty(columns(real), async (reals) => {
        const [multipliers, shifts] = await call("KitQuantizeMultiplier", [Float64Array.from(reals)], 2);
        reals.forEach((x, i) => {
          const [m, s] = [multipliers![i]!, shifts![i]!];
          expect(m).toBeGreaterThanOrEqual(2 ** 30);
          expect(Math.abs(m * 2 ** (s - 31) - x)).toBeLessThanOrEqual(2 ** (s - 32));
        });
      }),
    );
    const odd = Float64Array.of(0, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** -40, 1);
    const [multipliers, shifts] = await call("KitQuantizeMultiplier", [odd], 2);
    expect([...multipliers!]).toEqual([0, 0, 0, 0, 0, 2 ** 30]);
    expect([...shifts!]).toEqual([0, 0, 0, 0, 0, 1]);
  });

  test("rounding_divide goes to the nearest, half away from zero", async () => {
    const row = fc.tuple(fc.integer({ min: -(2 ** 29), max: 2 ** 29 }), fc.integer({ min: 1, max: 2 ** 29 }));
    await fc.assert(
      fc.asyncProperty(columns(row), async (rows) => {
        const [quotient] = await call(
          "KitDivide",
          [Int32Array.from(rows, ([x]) => x), Int32Array.from(rows, ([, y]) => y)],
          1,
        );
        const nearest = (x: number, y: number) => Math.sign(x) * Math.floor(Math.abs(x) / y + 0.5);
        expect([...quotient!]).toEqual(rows.map(([x, y]) => nearest(x, y) + 0));
      }),
    );
  });
});

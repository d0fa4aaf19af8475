import { expect, test } from "vitest";
import { compare } from "./compare.ts";
import { open } from "./open.ts";

test("the configuration swaps the kernels, and the bytes stay the same", async () => {
  const [reference, fast] = [await open("reference"), await open()];
  const packsOf = ({ steps }: typeof fast) => steps.map(({ pack }) => pack.id);
  expect(packsOf(reference)).toEqual(new Array(3).fill("@thimble/kernels-reference"));
  expect(packsOf(fast)).toEqual(new Array(3).fill("@thimble/wasm-simd"));
  expect(compare(reference, fast)).toMatchObject({ inputs: 256, differing: 0 });
});

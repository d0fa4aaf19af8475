import type { Random } from "./seeded-random.ts";

const INTERESTING = [
  0, 1, 2, 3, 4, 7, 8, 127, 128, 255, 256, 32767, 65535, 65536, 0x7fffffff, 0x80000000, 0xffffffff, 0xfffffffe,
];

type Mutation = (bytes: Uint8Array, pick: (count: number) => number) => Uint8Array;

const changeInPlace =
  (change: (view: DataView, pick: (count: number) => number) => void): Mutation =>
  (bytes, pick) => {
    const copy = bytes.slice();
    change(new DataView(copy.buffer), pick);
    return copy;
  };

/** Ways to damage a file, from a flipped bit to a part copied over another. */
const MUTATIONS: readonly Mutation[] = [
  changeInPlace((view, pick) => {
    const at = pick(view.byteLength);
    view.setUint8(at, view.getUint8(at) ^ (1 << pick(8)));
  }),
  changeInPlace((view, pick) => view.setUint8(pick(view.byteLength), pick(256))),
  changeInPlace((view, pick) =>
    view.setUint32(4 * pick(view.byteLength >> 2), INTERESTING[pick(INTERESTING.length)]!, true),
  ),
  changeInPlace((view, pick) => {
    const at = 4 * pick(view.byteLength >> 2);
    view.setInt32(at, view.getInt32(at, true) + pick(33) - 16, true);
  }),
  changeInPlace((view, pick) =>
    view.setFloat32(4 * pick(view.byteLength >> 2), [0, -1, Number.NaN, Infinity, 1e-38, 1e38][pick(6)]!, true),
  ),
  changeInPlace((view, pick) => {
    const bytes = new Uint8Array(view.buffer);
    const [from, to] = [pick(bytes.length), pick(bytes.length)];
    bytes.copyWithin(to, from, from + pick(32));
  }),
  (bytes, pick) => bytes.slice(0, pick(bytes.length)),
  (bytes, pick) => {
    const [at, count] = [pick(bytes.length), 1 + pick(8)];
    const longer = new Uint8Array(bytes.length + count);
    longer.set(bytes.subarray(0, at));
    longer.set(bytes.subarray(at), at + count);
    return longer;
  },
];

/** A copy of the bytes with one to three mutations. */
export function mutate(bytes: Uint8Array, random: Random): Uint8Array {
  const pick = (count: number): number => Math.floor(random() * count);
  let mutated = bytes;
  for (let left = 1 + pick(3); left > 0 && mutated.length >= 4; left--)
    mutated = MUTATIONS[pick(MUTATIONS.length)]!(mutated, pick);
  return mutated;
}

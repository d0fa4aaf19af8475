import type { Packing } from "../packing.ts";
import type { SectionState } from "./section-state.ts";

/**
 * MiniMalloc's static orders, which say what to try first among buffers with the same lowest offset: by width W
 * (lifetime), area A (lifetime × size) and total T (bytes left to place in the fullest section), each descending.
 */
export type Preorder = "WAT" | "TAW" | "TWA";

/** All of them; each is the quickest for some problems. */
export const preorders: readonly Preorder[] = ["TWA", "TAW", "WAT"];

/** Sorts the members of a part of the buffers in place. */
export function sortMembers(members: Int32Array, preorder: Preorder, packing: Packing, state: SectionState): void {
  const { sizes, lifetimes } = packing;
  const totals = new Map<number, number>();
  for (const id of members) totals.set(id, state.fullest(id));
  const compare: Record<string, (a: number, b: number) => number> = {
    W: (a, b) => lifetimes[b]! - lifetimes[a]!,
    A: (a, b) => lifetimes[b]! * sizes[b]! - lifetimes[a]! * sizes[a]!,
    T: (a, b) => totals.get(b)! - totals.get(a)!,
  };
  const [first, second, third] = Array.from(preorder, (key) => compare[key]!);
  members.sort((a, b) => first!(a, b) || second!(a, b) || third!(a, b) || a - b);
}

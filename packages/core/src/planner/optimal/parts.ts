import type { Packing } from "../packing.ts";
import type { Entries } from "./entries.ts";
import { type Preorder, sortMembers } from "./preorder.ts";
import type { SectionState } from "./section-state.ts";

/** A list of entries and the buffers that their ranks stand for. */
export interface List {
  readonly start: number;
  readonly end: number;
  /** Buffers by rank. */
  readonly members: Int32Array;
}

/** A part of the buffers that shares no section with the rest: solved on its own, whatever becomes of the rest. */
export interface Part extends List {
  /** What to solve next. */
  readonly next: Part | undefined;
  /** How many choices led to it: the later ones are final once the search comes to it. */
  readonly depth: number;
  /** Where the entries of all parts that were separated together end. */
  readonly top: number;
}

/** Separates a list where nothing crosses from one section into the next. Room for its entries is reserved. */
export function separate(
  list: List,
  next: Part | undefined,
  depth: number,
  search: { packing: Packing; state: SectionState; entries: Entries; preorder: Preorder },
): Part | undefined {
  const { packing, state, entries, preorder } = search;
  const groups = groupByPart(list, entries, packing, state.parts());
  const lists = groups.map(({ ids, offsets }): List => {
    const members = Int32Array.from(ids);
    sortMembers(members, preorder, packing, state);
    const offsetOf = new Map(ids.map((id, i) => [id, offsets[i]!]));
    const ranks = Array.from(members, (_, rank) => rank);
    const offset = (rank: number): number => offsetOf.get(members[rank]!)!;
    const start = entries.top;
    for (const rank of ranks.sort((a, b) => offset(a) - offset(b) || a - b)) entries.push(rank, offset(rank));
    return { start, end: entries.top, members };
  });
  return lists.reduceRight<Part | undefined>((rest, own) => ({ ...own, next: rest, depth, top: entries.top }), next);
}

interface Group {
  readonly ids: number[];
  readonly offsets: number[];
}

function groupByPart({ start, end, members }: List, entries: Entries, { from }: Packing, parts: Int32Array): Group[] {
  const groups = new Map<number, Group>();
  for (let entry = start; entry < end; entry++) {
    const id = members[entries.ranks[entry]!]!;
    const part = parts[from[id]!]!;
    const group = groups.get(part) ?? { ids: [], offsets: [] };
    groups.set(part, group);
    group.ids.push(id);
    group.offsets.push(entries.offsets[entry]!);
  }
  return [...groups].sort(([a], [b]) => a - b).map(([, group]) => group);
}

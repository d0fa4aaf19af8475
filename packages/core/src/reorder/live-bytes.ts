import type { NodeSets } from "./dataflow.ts";

/** The nodes that have run, and the bytes of tensors that are live then. */
export interface State {
  readonly done: bigint;
  readonly live: number;
}

/** What running a node comes to. */
export interface Move extends State {
  readonly node: number;
  /** Bytes that are live while it runs. */
  readonly peak: number;
}

/** Runs a node that may run next. */
export function moveOf({ sizes, tensors, users }: NodeSets, { done, live }: State, node: number): Move {
  const after = done | (1n << BigInt(node));
  let peak = live;
  let freed = 0;
  for (const tensor of tensors[node]!) {
    if (!(users[tensor]! & done)) peak += sizes[tensor]!;
    if (!(users[tensor]! & ~after)) freed += sizes[tensor]!;
  }
  return { node, peak, done: after, live: peak - freed };
}

/** The most bytes that are live at once in an order. */
export function mostLiveBytes(sets: NodeSets, order: readonly number[]): number {
  let state: State = { done: 0n, live: 0 };
  let most = 0;
  for (const node of order) {
    const move = moveOf(sets, state, node);
    most = Math.max(most, move.peak);
    state = move;
  }
  return most;
}

import type { NodeSets } from "./dataflow.ts";
import { type Move, moveOf, type State } from "./live-bytes.ts";

/** What a search came to, and the states that it looked at. */
export interface SearchedOrder {
  /** `undefined` where there is none, or none was found in time. */
  readonly order: readonly number[] | undefined;
  readonly states: number;
}

/**
 * Looks for an order with fewer live bytes than a limit at every step, depth first, the node that leaves the fewest bytes
 * first. What can follow depends on which nodes have run, not on their order: no such set is looked at twice.
 */
export function searchOrder(sets: NodeSets, limit: number, mostStates: number): SearchedOrder {
  const seen = new Set<bigint>();
  const path = [movesFrom(sets, { done: 0n, live: 0 }, limit)];
  const order: number[] = [];
  while (path.length > 0 && order.length < sets.before.length && seen.size < mostStates) {
    const move = path.at(-1)!.pop();
    if (!move) {
      path.pop();
      order.pop();
    } else if (!seen.has(move.done)) {
      seen.add(move.done);
      path.push(movesFrom(sets, move, limit));
      order.push(move.node);
    }
  }
  return { order: order.length < sets.before.length ? undefined : order, states: seen.size };
}

/** What may run next, the best last. A node that leaves no more bytes than there were can as well run at once, alone. */
function movesFrom(sets: NodeSets, state: State, limit: number): Move[] {
  const moves: Move[] = [];
  for (const [node, needed] of sets.before.entries()) {
    if ((state.done >> BigInt(node)) & 1n || needed & ~state.done) continue;
    const move = moveOf(sets, state, node);
    if (move.peak >= limit) continue;
    if (move.live <= state.live) return [move];
    moves.push(move);
  }
  return moves.sort((a, b) => b.live - a.live || b.node - a.node);
}

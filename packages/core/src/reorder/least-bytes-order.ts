import { type Dataflow, type NodeSets, nodeSetsOf } from "./dataflow.ts";
import { mostLiveBytes } from "./live-bytes.ts";
import { searchOrder } from "./search-order.ts";

/** Larger graphs keep their order: a set of nodes has a bit for each. */
const MOST_NODES = 500;

/** Nodes and their tensors to look at, over all states of the search: less than a tenth of a second. */
const WORK = 2_000_000;

/**
 * An order of the nodes in which the most bytes live at once are fewer than in the order given, as few as it finds; or the
 * order given. The same dataflow always gets the same order.
 */
export function leastBytesOrder(flow: Dataflow): readonly number[] {
  const given = [...flow.barriers.keys()];
  if (given.length > MOST_NODES) return given;
  const sets = nodeSetsOf(flow);
  const least = leastOf(sets);
  let best: readonly number[] = given;
  let bytes = mostLiveBytes(sets, given);
  for (let left = Math.ceil(WORK / (given.length + sets.tensors.flat().length)); bytes > least && left > 0; ) {
    const { order, states } = searchOrder(sets, bytes, left);
    if (!order) break;
    best = order;
    bytes = mostLiveBytes(sets, order);
    left -= states;
  }
  return best;
}

/** The tensors of a node are live together in any order. */
const leastOf = ({ sizes, tensors }: NodeSets): number =>
  Math.max(0, ...tensors.map((own) => own.reduce((sum, tensor) => sum + sizes[tensor]!, 0)));

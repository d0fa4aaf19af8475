/** What nodes, in an order in which they can run, do with tensors: each by its position in `sizes`. */
export interface Dataflow {
  /** Bytes of each tensor; 0 for one that takes no place. */
  readonly sizes: readonly number[];
  /** The tensors that each node reads and those that it writes. */
  readonly reads: readonly (readonly number[])[];
  readonly writes: readonly (readonly number[])[];
  /** Nodes that nothing passes: what is before them stays before them, what is behind them behind. */
  readonly barriers: readonly boolean[];
}

/** A dataflow as sets of nodes: bit `n` of a set is node `n`. */
export interface NodeSets {
  readonly sizes: readonly number[];
  /** The tensors of each node, each once. */
  readonly tensors: readonly (readonly number[])[];
  /** The nodes that have to run before each. */
  readonly before: readonly bigint[];
  /** The nodes that read or write each tensor: it is live from the first of them to the last. */
  readonly users: readonly bigint[];
}

/** Reads stay behind the write before them, and writes behind all that was done with the tensor before them. */
export function nodeSetsOf({ sizes, reads, writes, barriers }: Dataflow): NodeSets {
  const tensors = reads.map((own, n) => [...new Set([...own, ...writes[n]!])]);
  const users = sizes.map(() => 0n);
  const lastWriter = sizes.map(() => 0n);
  let all = 0n;
  let lastBarrier = 0n;
  const before = barriers.map((isBarrier, n) => {
    const bit = 1n << BigInt(n);
    let set = isBarrier ? all : lastBarrier;
    for (const tensor of reads[n]!) set |= lastWriter[tensor]!;
    for (const tensor of writes[n]!) set |= users[tensor]!;
    for (const tensor of tensors[n]!) users[tensor]! |= bit;
    for (const tensor of writes[n]!) lastWriter[tensor] = bit;
    if (isBarrier) lastBarrier = bit;
    all |= bit;
    return set;
  });
  return { sizes, tensors, before, users };
}

import { ThimbleError } from "@thimble/schema";
import type { Region } from "./region.ts";
import type { ResolvedNode } from "./resolver.ts";
import type { Subgraph } from "./subgraph.ts";

/** First and last step at which a stretch of memory is in use; −1 where it never is. */
export interface Lifetime {
  firstUse: number;
  lastUse: number;
}

/** A subgraph whose nodes are resolved and prepared. */
export interface PreparedSubgraph {
  readonly subgraph: Subgraph;
  readonly nodes: readonly ResolvedNode[];
  /** Scratch that each node asked for. */
  readonly scratch: readonly (readonly Region[])[];
}

/** More steps than any model needs: calls that double at each level would take for ever. */
const MAX_STEPS = 1_000_000;

/**
 * Walks the graph in the order of execution and notes when each tensor and scratch is in use, as TFLM's
 * `AllocationInfoBuilder` does: a step for each node, further steps for each subgraph that a node invokes, inputs from
 * the start, outputs to the end.
 */
export function markLifetimes(subgraphs: readonly PreparedSubgraph[]): Map<Region, Lifetime> {
  const lifetimes = new Map<Region, Lifetime>();
  let step = 0;
  const create = (region: Region, at: number): void => {
    const lifetime = lifetimes.get(region);
    if (!lifetime) lifetimes.set(region, { firstUse: at, lastUse: at });
    else if (lifetime.firstUse < 0) lifetime.firstUse = at;
  };
  const use = (region: Region): void => {
    const lifetime = lifetimes.get(region);
    if (lifetime) lifetime.lastUse = step;
    else lifetimes.set(region, { firstUse: -1, lastUse: step });
  };
  const createAndUse = (region: Region): void => {
    create(region, step);
    use(region);
  };
  const running = new Set<number>();
  const walk = ({ subgraph, nodes, scratch }: PreparedSubgraph): void => {
    running.add(subgraph.index);
    subgraph.inputs.forEach(createAndUse);
    nodes.forEach(({ node, kernel }, i) => {
      if (++step > MAX_STEPS)
        throw new ThimbleError(
          "NODE_INVALID",
          `${node.location}: the model invokes its subgraphs more than ${MAX_STEPS} times over`,
        );
      const start = step;
      for (const output of node.outputs) create(output, step);
      for (const called of kernel.operator.calls?.(node.params) ?? []) {
        if (running.has(called))
          throw new ThimbleError(
            "NODE_INVALID",
            `${node.location}: invokes subgraph ${called}, in which it runs itself`,
          );
        step++;
        walk(subgraphs[called]!);
      }
      for (const input of node.inputs) if (input) use(input);
      node.outputs.forEach(use);
      for (const region of scratch[i]!) {
        create(region, start);
        use(region);
      }
    });
    subgraph.outputs.forEach(createAndUse);
    running.delete(subgraph.index);
  };
  if (subgraphs[0]) walk(subgraphs[0]);
  return lifetimes;
}

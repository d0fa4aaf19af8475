import type { PreparedSubgraph } from "./lifetimes.ts";
import { Region } from "./region.ts";
import type { ResolvedNode } from "./resolver.ts";

const descending = (a: number, b: number): number => b - a;

/** Room for the pieces that TFLM's kernel asks for, as far as those that a node asked for are smaller or fewer. */
function missingScratch({ node, kernel }: ResolvedNode, own: readonly Region[]): Region[] {
  const sizes = own.map(({ byteLength }) => byteLength).sort(descending);
  const missing = [...(kernel.tflmScratch?.(node) ?? [])].sort(descending);
  for (const size of sizes) if (size >= (missing[0] ?? Number.POSITIVE_INFINITY)) missing.shift();
  return missing.map((size) => new Region("uint8", size));
}

/** A subgraph whose nodes have the scratch that TFLM's kernels would ask for beside their own. */
export const withTflmScratch = (prepared: PreparedSubgraph): PreparedSubgraph => ({
  ...prepared,
  scratch: prepared.scratch.map((own, n) => [...own, ...missingScratch(prepared.nodes[n]!, own)]),
});

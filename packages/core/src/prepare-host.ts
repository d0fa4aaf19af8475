import type { TensorType } from "@thimble/schema";
import type { AllocationKind } from "./allocation.ts";
import type { Arena } from "./arena.ts";
import type { InvokableSubgraph, PrepareHost } from "./kernel.ts";
import { alignmentOf, Region } from "./region.ts";
import { requireSize } from "./require-size.ts";
import type { ResolvedNode } from "./resolver.ts";
import type { ResourceVariables } from "./resource-variables.ts";

/** What all nodes of an interpreter share while they prepare. */
export interface PrepareContext {
  readonly arena: Arena;
  readonly resources: ResourceVariables;
  readonly subgraphs: readonly InvokableSubgraph[];
  /** What is to be done when everything has its address. */
  readonly whenPlaced: (() => void)[];
}

/** The host as one node sees it, with a kernel of a pack; the scratch that it asks for is added to `scratch`. */
export function prepareHost(
  context: PrepareContext,
  { node, pack }: Pick<ResolvedNode, "node" | "pack">,
  scratch: Region[],
): PrepareHost {
  const { arena, resources, subgraphs, whenPlaced } = context;
  const owner = { name: node.location, pack: pack.id };
  const allocate = <T extends TensorType>(kind: AllocationKind, type: T, length: number): Region<T> => {
    const region = new Region(type, length * alignmentOf(type));
    arena.allocatePersistent(region, { ...owner, kind });
    return region;
  };
  return {
    resources,
    allocatePersistent: (type, length) => allocate("kernel", type, length),
    allocateRecord: (kind, byteLength) => allocate(kind, "int32", Math.ceil(byteLength / 4)).address,
    requestScratch(type, length) {
      const region = new Region(type, length * alignmentOf(type));
      scratch.push(region);
      return region;
    },
    allocateConstants(byteLength) {
      requireSize("constants", byteLength);
      return arena.memory.reserve(byteLength);
    },
    allocateTemporary: (byteLength) => arena.memory.temporary.allocate(byteLength),
    whenPlaced: (act) => whenPlaced.push(act),
    keepOutput: (output) => arena.allocatePersistent(output, { ...owner, kind: "keptOutput" }),
    subgraph: (index) => subgraphs[index]!,
  };
}

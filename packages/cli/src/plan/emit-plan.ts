import { readModel } from "@thimble/schema";
import { describeModel, withOfflinePlan, writeModel } from "@thimble/schema/writer";
import type { BufferReport } from "./plan-report.ts";

/**
 * The model's file with the offsets of its tensors as TFLM's metadata `OfflineMemoryAllocation`, instead of a plan that
 * it carried before. Scratch has no place there: TFLM fits it around the tensors.
 */
export function emitPlan(bytes: Uint8Array, buffers: readonly BufferReport[]): Uint8Array {
  const description = describeModel(readModel(bytes));
  const plan = (description.subgraphs ?? []).map(({ tensors = [] }): (number | undefined)[] =>
    tensors.map(() => undefined),
  );
  for (const { subgraph, index, offset } of buffers)
    if (subgraph !== null && index !== null) plan[subgraph]![index] = offset;
  return writeModel(withOfflinePlan(description, plan));
}

import { heightOf, packingOf } from "./packing.ts";
import { orderBy, placeInOrder } from "./place-in-order.ts";
import { BUFFER_ALIGNMENT, type Placement, type PlanBuffer } from "./plan.ts";

/**
 * TFLM's `GreedyMemoryPlanner`, offset for offset: the largest buffer first, of equal sizes the one with the higher
 * index first, each in the first gap that fits it among those in use at the same time.
 */
export function planGreedy(buffers: readonly PlanBuffer[]): Placement {
  const packing = packingOf(buffers, BUFFER_ALIGNMENT);
  const order = orderBy(packing, ({ sizes }, index) => sizes[index]!);
  const offsets = placeInOrder(packing, order, "first");
  return { offsets: [...offsets], size: heightOf(packing, offsets) };
}

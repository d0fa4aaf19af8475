import { offlinePlanError } from "@thimble/schema";
import { heightOf, type Packing, packingOf } from "./packing.ts";
import { orderBy, placeInOrder } from "./place-in-order.ts";
import { alignUp, BUFFER_ALIGNMENT, type Placement, type PlanBuffer } from "./plan.ts";
import { overlaps } from "./verify.ts";

/**
 * Keeps the offsets that buffers have, as a model's own plan gives them, and places the others around them as TFLM's
 * `GreedyMemoryPlanner` does.
 *
 * @throws ThimbleError `PLAN_INVALID` naming the buffers, when two with offsets would share bytes while both are in use
 * (TFLM lets them), or an offset is not aligned.
 */
export function planOffline(buffers: readonly PlanBuffer[]): Placement {
  checkFixed(buffers.filter(({ offset }) => offset !== undefined));
  const packing = withFixed(packingOf(buffers, BUFFER_ALIGNMENT), buffers);
  const order = orderBy(packing, ({ sizes }, index) => sizes[index]!);
  const fixed = order.filter((index) => buffers[index]!.offset !== undefined).sort((a, b) => a - b);
  const open = order.filter((index) => buffers[index]!.offset === undefined);
  const places = placeInOrder(packing, [...fixed, ...open], "first", (index) => blockStart(buffers[index]!));
  return {
    offsets: buffers.map(({ offset }, index) => offset ?? places[index]!),
    size: heightOf(packing, places),
  };
}

/** Where the aligned block begins in which a buffer with an offset lies. */
const blockStart = ({ offset }: PlanBuffer): number | undefined =>
  offset === undefined ? undefined : Math.floor(offset / BUFFER_ALIGNMENT) * BUFFER_ALIGNMENT;

/** Whatever lies around a buffer with an offset is aligned: its rectangle is all of its aligned block. */
function withFixed(packing: Packing, buffers: readonly PlanBuffer[]): Packing {
  const sizes = packing.sizes.map((aligned, index) => {
    const { offset, size } = buffers[index]!;
    return offset === undefined ? aligned : alignUp(offset + size) - blockStart(buffers[index]!)!;
  });
  return { ...packing, sizes };
}

function checkFixed(buffers: readonly PlanBuffer[]): void {
  for (const { name, offset, alignment = BUFFER_ALIGNMENT } of buffers)
    if (!Number.isInteger(offset) || offset! < 0 || offset! % alignment !== 0)
      throw offlinePlanError(`the model's plan puts ${name} at ${offset}, which is no multiple of ${alignment}`);
  const place = ({ name, size, offset }: PlanBuffer): string => `${name} at ${offset} to ${offset! + size}`;
  for (const [a, b] of overlaps({ buffers, offsets: buffers.map(({ offset }) => offset!) }))
    throw offlinePlanError(
      `the model's plan puts ${place(buffers[a]!)} and ${place(buffers[b]!)} while both are in use`,
    );
}

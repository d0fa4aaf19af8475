import { alignUp, type Placement, type PlanBuffer } from "./plan.ts";

/** Places buffers one behind the other and reuses nothing, so that each keeps its bytes after invoke. */
export function planLinear(buffers: readonly PlanBuffer[]): Placement {
  let size = 0;
  const offsets = buffers.map((buffer) => {
    const offset = size;
    size += alignUp(buffer.size);
    return offset;
  });
  return { offsets, size };
}

import { type AnyKernel, dynamicUpdateSlice, type Kernel, type KernelNode } from "@thimble/core";
import { clamp } from "./arithmetic/clamp.ts";
import { copyBytes } from "./shared/copy-bytes.ts";
import { elementBytesOf } from "./shared/strided-copy.ts";
import { fuseDimensions, StridedCursor, stridesOf } from "./shared/strided-cursor.ts";

const TYPES = "float32|int8|int16|int32";

/** The way over the update's rows, in bytes: `first` in the update, `second` in the output from the start on. */
interface UpdateLayout {
  readonly rows: StridedCursor;
  readonly rowBytes: number;
  /** Bytes between neighbours along each dimension of the output. */
  readonly steps: readonly number[];
}

function prepareUpdate(node: KernelNode<void>): UpdateLayout {
  const [operand, update] = [node.input(0), node.input(1)];
  const elementBytes = elementBytesOf(operand);
  const steps = stridesOf(operand.shape).map((stride) => stride * elementBytes);
  const updateSteps = stridesOf(update.shape).map((stride) => stride * elementBytes);
  const dimensions = fuseDimensions(
    update.shape.map((extent, i) => ({ extent, firstStep: updateSteps[i]!, secondStep: steps[i]! })),
  );
  const innermost = dimensions.at(-1);
  const isRun = innermost?.secondStep === elementBytes;
  return {
    rows: new StridedCursor(isRun ? dimensions.slice(0, -1) : dimensions),
    rowBytes: isRun ? innermost.extent * elementBytes : elementBytes,
    steps,
  };
}

/** Byte of the output where the update begins, each start moved to where the update fits. */
function startOf(node: KernelNode<void>, steps: readonly number[]): number {
  const starts = node.input(2).data;
  let start = 0;
  for (let i = 0; i < steps.length; i++)
    start += clamp(Number(starts[i]), 0, node.input(0).shape[i]! - node.input(1).shape[i]!) * steps[i]!;
  return start;
}

/** Copies the operand, unless it has the output's place, then the update over it. */
export const dynamicUpdateSliceAny: Kernel<void, UpdateLayout> = {
  name: "dynamic_update_slice_any",
  operator: dynamicUpdateSlice,
  types: `${TYPES}, ${TYPES}, int32|int64 -> ${TYPES}`,
  prepare: prepareUpdate,
  invoke(node, { rows, rowBytes, steps }) {
    const operand = node.input(0);
    const update = node.input(1).bytes;
    const output = node.output(0);
    if (operand.address !== output.address) output.bytes.set(operand.bytes);
    const start = startOf(node, steps);
    rows.rewind();
    while (rows.next()) copyBytes(update, rows.first, rowBytes, output.bytes, start + rows.second);
  },
};

/** DYNAMIC_UPDATE_SLICE in every type. */
export const dynamicUpdateSliceKernels: readonly AnyKernel[] = [dynamicUpdateSliceAny];

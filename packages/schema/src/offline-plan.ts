import { ThimbleError } from "./error.ts";
import { bufferBytes } from "./model-bytes.ts";
import type { Plain, View } from "./types.ts";

const metadataName = "OfflineMemoryAllocation";
const formatVersion = 1;
const headerBytes = 12;
const countAt = 8;
const notPlanned = -1;
const mostBytes = 2 ** 31 - 1;

/**
 * Where the tensors of each subgraph lie, by tensor index: bytes from the start of the planned part of the arena,
 * `undefined` for those that are left to the interpreter.
 */
export type OfflinePlan = readonly (readonly (number | undefined)[])[];

/** The error for a plan that a model carries and that cannot be kept. */
export function offlinePlanError(message: string, where?: string): ThimbleError {
  const remedy =
    'name a planner to plan without it (planner: "greedy"), or write another (thimble plan --planner optimal --emit)';
  return new ThimbleError("PLAN_INVALID", `${message}; ${remedy}`, where === undefined ? {} : { where });
}

/**
 * The memory plan that a model carries as TFLM's metadata `OfflineMemoryAllocation`: int32 words for the version, the
 * number of subgraphs and the number of tensors, then an offset for each tensor of each subgraph, −1 for none. Version
 * and number of subgraphs are ignored and the last of several plans counts, as in TFLM.
 *
 * @throws ThimbleError `PLAN_INVALID` when the metadata is too short, is not for as many tensors or has another
 * negative offset.
 */
export function readOfflinePlan(model: View<"Model">): OfflinePlan | undefined {
  const at = model.metadata.map(({ name }) => name).lastIndexOf(metadataName);
  if (at < 0) return undefined;
  const where = `metadata[${at}] (${metadataName})`;
  const bytes = bufferBytes(model, model.metadata[at]!.buffer);
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tensors = model.subgraphs.reduce((sum, { tensors }) => sum + tensors.length, 0);
  checkLength(words, tensors, where);
  let next = 0;
  return model.subgraphs.map(({ tensors }) => tensors.map(() => readOffset(words, next++, where)));
}

function checkLength(words: DataView, tensors: number, where: string): void {
  const { byteLength } = words;
  if (byteLength < headerBytes)
    throw offlinePlanError(`it has ${byteLength} bytes, a plan begins with ${headerBytes}`, where);
  const count = words.getInt32(countAt, true);
  if (count !== tensors) throw offlinePlanError(`it is a plan for ${count} tensors, the model has ${tensors}`, where);
  const needed = headerBytes + 4 * tensors;
  if (byteLength < needed)
    throw offlinePlanError(`it has ${byteLength} bytes, a plan for ${tensors} tensors has ${needed}`, where);
}

function readOffset(words: DataView, tensor: number, where: string): number | undefined {
  const offset = words.getInt32(headerBytes + 4 * tensor, true);
  if (offset < notPlanned) throw offlinePlanError(`the offset of tensor ${tensor} is ${offset}`, where);
  return offset === notPlanned ? undefined : offset;
}

/**
 * A model that carries a plan, instead of any that it carried before.
 *
 * @throws ThimbleError `WRITER_INVALID` when the plan is not for the model's tensors, or has an offset that is no int32.
 */
export function withOfflinePlan(model: Plain<"Model">, plan: OfflinePlan): Plain<"Model"> {
  const { buffers = [], metadata = [], subgraphs = [] } = model;
  const counts = (lists: readonly (readonly unknown[])[]): string => lists.map(({ length }) => length).join(" + ");
  const [own, planned] = [counts(subgraphs.map(({ tensors = [] }) => tensors)), counts(plan)];
  if (own !== planned)
    throw new ThimbleError("WRITER_INVALID", `the plan is for ${planned} tensors, the model has ${own}`);
  const previous = metadata.find(({ name }) => name === metadataName)?.buffer;
  const buffer = previous !== undefined && isOnlyPlan(model, previous) ? previous : buffers.length;
  return {
    ...model,
    buffers: [...buffers.slice(0, buffer), { data: planBytes(plan) }, ...buffers.slice(buffer + 1)],
    metadata: [...metadata.filter(({ name }) => name !== metadataName), { name: metadataName, buffer }],
  };
}

/** Whether nothing but a plan has its data in a buffer. */
function isOnlyPlan({ subgraphs = [], metadata = [] }: Plain<"Model">, buffer: number): boolean {
  const others = metadata.filter(({ name }) => name !== metadataName);
  const users = [...subgraphs.flatMap(({ tensors = [] }) => tensors), ...others];
  return users.every((user) => (user.buffer ?? 0) !== buffer);
}

function planBytes(plan: OfflinePlan): Uint8Array {
  const offsets = plan.flat().map((offset = notPlanned) => offset);
  const words = new DataView(new ArrayBuffer(headerBytes + 4 * offsets.length));
  [formatVersion, plan.length, offsets.length].forEach((word, i) => {
    words.setInt32(4 * i, word, true);
  });
  offsets.forEach((offset, i) => {
    if (!Number.isInteger(offset) || offset < notPlanned || offset > mostBytes)
      throw new ThimbleError(
        "WRITER_INVALID",
        `the offset of tensor ${i} is ${offset}, it must be from 0 to ${mostBytes}`,
      );
    words.setInt32(headerBytes + 4 * i, offset, true);
  });
  return new Uint8Array(words.buffer);
}

import { Builder } from "flatbuffers";
import { describeModel } from "./describe.ts";
import type { Model } from "./model.ts";
import { TableWriter } from "./table-writer.ts";
import type { Plain } from "./types.ts";
import { isView } from "./view.ts";

export { describeModel } from "./describe.ts";
export { type OfflinePlan, withOfflinePlan } from "./offline-plan.ts";
export { operatorCode } from "./operator-code.ts";
export type { Plain, UnionPlain } from "./types.ts";

/** A model as plain data. Whatever is left out has the schema's default; `version` is 3. */
export type ModelDescription = Plain<"Model">;
export type SubGraphDescription = Plain<"SubGraph">;
export type TensorDescription = Plain<"Tensor">;
export type OperatorDescription = Plain<"Operator">;
export type BufferDescription = Plain<"Buffer">;

/** How to write a model. */
export interface WriteOptions {
  /**
   * Where the data of buffers goes: `"inside"` the file's tables, the default, or `"outside"`, after all of them, as
   * converters do for large models.
   */
  buffers?: "inside" | "outside";
}

const dataAlignment = 16;

/**
 * The bytes of a .tflite file for a description, or for a model that was read. The same description gives the same
 * bytes; the data of every buffer is aligned to 16. That the model makes sense is not checked: `readModel` does.
 *
 * @throws ThimbleError `WRITER_INVALID`, with the path, when a field is unknown or its value is none the field can hold.
 */
export function writeModel(description: ModelDescription | Model, options: WriteOptions = {}): Uint8Array {
  const plain = isView(description) ? describeModel(description as Model) : description;
  return options.buffers === "outside" ? writeOutside(plain) : writeTables(plain);
}

/** The bytes of the metadata `COMPRESSION_METADATA`, which say which tensors are compressed. */
export function writeCompression(description: Plain<"CompressionMetadata">): Uint8Array {
  const builder = new Builder();
  builder.finish(new TableWriter(builder).table("CompressionMetadata", description, ""));
  return builder.asUint8Array().slice();
}

function writeTables(description: ModelDescription): Uint8Array {
  const builder = new Builder();
  const root = new TableWriter(builder).table("Model", { ...description, version: description.version ?? 3 }, "");
  builder.finish(root, "TFL3");
  return builder.asUint8Array().slice();
}

function writeOutside(description: ModelDescription): Uint8Array {
  // The tables are as long with any offsets that are not left out as 0, so that a first draft tells where they end.
  const draft = writeTables(withOutsideBuffers(description, dataAlignment));
  const start = aligned(draft.length);
  const tables = writeTables(withOutsideBuffers(description, start));
  const sizes = description.buffers?.map(({ data }) => aligned(data?.length ?? 0)) ?? [];
  const file = new Uint8Array(sizes.reduce((end, size) => end + size, start));
  file.set(tables);
  let at = start;
  description.buffers?.forEach(({ data }, i) => {
    if (data) file.set(data, at);
    at += sizes[i]!;
  });
  return file;
}

/** The description with the place of each buffer's data, laid out from `start`, instead of the data. */
function withOutsideBuffers(description: ModelDescription, start: number): ModelDescription {
  let offset = start;
  const buffers = description.buffers?.map((buffer) => {
    const size = buffer.data?.length ?? 0;
    if (size === 0) return buffer;
    const placed = { offset, size };
    offset += aligned(size);
    return placed;
  });
  return { ...description, buffers };
}

function aligned(size: number): number {
  return Math.ceil(size / dataAlignment) * dataAlignment;
}

import { ThimbleError } from "./error.ts";
import { flatFile, follow } from "./flat-file.ts";
import type { View } from "./types.ts";
import { verifyHeader } from "./verify-header.ts";
import { verifyLayout } from "./verify-layout.ts";
import { verifyModel } from "./verify-model.ts";
import { viewTable } from "./view.ts";

/** A model that was verified, read field by field as it is used. */
export type Model = View<"Model">;
export type SubGraph = View<"SubGraph">;
export type TensorView = View<"Tensor">;
export type OperatorView = View<"Operator">;

/**
 * Verifies a .tflite file and gives a view of it. The bytes are not copied: they must not change while the model is in
 * use.
 *
 * @throws ThimbleError when the bytes are not a model that is safe to read, with the path of what is wrong.
 */
export function readModel(source: Uint8Array | ArrayBuffer): Model {
  const bytes = plainBytes(source);
  verifyHeader(bytes);
  const file = flatFile(bytes);
  verifyLayout(file);
  const model = viewTable("Model", file, follow(file, 0));
  verifyModel(model);
  return model;
}

/** The same memory without the ways of a subclass, such as Node's Buffer, whose `slice` does not copy. */
function plainBytes(source: Uint8Array | ArrayBuffer): Uint8Array {
  if (source instanceof Uint8Array) return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  if (source instanceof ArrayBuffer) return new Uint8Array(source);
  throw new ThimbleError("MODEL_NOT_TFLITE", "a model is read from a Uint8Array or an ArrayBuffer");
}

import { bytesOf } from "./bytes-of.ts";
import { ThimbleError } from "./error.ts";
import { flatFile, follow } from "./flat-file.ts";
import { kindOf } from "./kind-of.ts";
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
  const bytes = modelBytes(source);
  verifyHeader(bytes);
  const file = flatFile(bytes);
  verifyLayout(file);
  const model = viewTable("Model", file, follow(file, 0));
  verifyModel(model);
  return model;
}

/**
 * The same memory without the ways of a subclass, such as Node's Buffer, whose `slice` does not copy.
 *
 * @throws ThimbleError `MODEL_NOT_TFLITE` when a model is given as something else
 */
export function modelBytes(source: Uint8Array | ArrayBuffer): Uint8Array {
  const bytes = bytesOf(source);
  if (bytes) return bytes;
  throw new ThimbleError(
    "MODEL_NOT_TFLITE",
    `a model is given as ${kindOf(source)}; read it, and pass its bytes as a Uint8Array or an ArrayBuffer`,
  );
}

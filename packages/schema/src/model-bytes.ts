import { invalid } from "./checks.ts";
import type { View } from "./types.ts";
import { fileBytes } from "./view.ts";

/**
 * Whether an offset says that data is kept outside the file's tables: 0 stands for none, and 1 is what a converter
 * writes before it knows the place.
 */
export function isOutside(offset: number): boolean {
  return offset > 1;
}

/**
 * The data of one of the model's buffers, wherever the file keeps it; empty when the buffer has none. The bytes share
 * the file's memory and need not be aligned for wider elements.
 *
 * @throws ThimbleError when the model has no such buffer.
 */
export function bufferBytes(model: View<"Model">, index: number): Uint8Array {
  const buffer = model.buffers[index];
  if (buffer === undefined) throw invalid(`buffers[${index}]`, `the model has ${model.buffers.length} buffers`);
  return isOutside(buffer.offset) ? outsideBytes(model, buffer.offset, buffer.size) : buffer.data;
}

/** The custom options of one of the model's operators, wherever the file keeps them; empty when it has none. */
export function customOptionBytes(operator: View<"Operator">): Uint8Array {
  const { largeCustomOptionsOffset: offset, largeCustomOptionsSize: size } = operator;
  return isOutside(offset) ? outsideBytes(operator, offset, size) : operator.customOptions;
}

function outsideBytes(view: object, offset: number, size: number): Uint8Array {
  return fileBytes(view).subarray(offset, offset + size);
}

import { type AnyKernel, embeddingLookup, type Kernel } from "@thimble/core";
import { copyBytes } from "./shared/copy-bytes.ts";
import { requireIndex } from "./shared/require-index.ts";

const TYPES = "float32|int8";

/** Copies the rows that `lookup` names. Of a value without rows the output stays as it is. */
export const embeddingLookupAny: Kernel<void> = {
  name: "embedding_lookup_any",
  operator: embeddingLookup,
  types: `int32, ${TYPES} -> ${TYPES}`,
  supports: (node) => node.input(1).type === node.output(0).type || "turns one type into another",
  invoke(node) {
    const lookup = node.input(0).data as Int32Array;
    const rows = node.input(1).shape[0]!;
    const value = node.input(1).bytes;
    const output = node.output(0).bytes;
    if (rows === 0) return;
    const rowBytes = value.length / rows;
    for (let i = 0; i < lookup.length; i++) {
      requireIndex(node, "lookup", i, lookup[i]!, rows);
      copyBytes(value, lookup[i]! * rowBytes, rowBytes, output, i * rowBytes);
    }
  },
};

/** int8 rows as float32: scale × stored. */
export const embeddingLookupS8F32: Kernel<void> = {
  name: "embedding_lookup_s8_f32",
  operator: embeddingLookup,
  types: "int32, int8 -> float32",
  invoke(node) {
    const { scale } = node.input(1);
    const lookup = node.input(0).data as Int32Array;
    const rows = node.input(1).shape[0]!;
    const value = node.input(1).data as Int8Array;
    const output = node.output(0).data as Float32Array;
    const columns = lookup.length === 0 ? 0 : output.length / lookup.length;
    for (let i = 0; i < lookup.length; i++) {
      requireIndex(node, "lookup", i, lookup[i]!, rows);
      for (let column = 0; column < columns; column++)
        output[i * columns + column] = scale * value[lookup[i]! * columns + column]!;
    }
  },
};

/** EMBEDDING_LOOKUP in every type. */
export const embeddingLookupKernels: readonly AnyKernel[] = [embeddingLookupAny, embeddingLookupS8F32];

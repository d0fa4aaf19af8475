import { type AnyKernel, type Kernel, type KernelNode, nodeError } from "@thimble/core";
import { type TflmDecodeParams, tflmDecode } from "@thimble/core/custom";
import { decodeHuffman } from "./shared/decode-huffman.ts";
import { decodeLut } from "./shared/decode-lut.ts";
import { decodePrune } from "./shared/decode-prune.ts";

/** Decodes output number i into `bytes`; false if its data contradict themselves. */
function decodeInto(node: KernelNode<TflmDecodeParams>, i: number, bytes: Uint8Array): boolean {
  const stream = node.params.streams[i]!;
  const encoded = node.input(2 * i);
  const ancillary = node.input(2 * i + 1);
  const output = node.output(i);
  switch (stream.method) {
    case "lut":
      return decodeLut(stream, encoded, ancillary, bytes, output.size);
    case "huffman":
      return decodeHuffman(stream, encoded, ancillary, bytes, output.size);
    case "prune":
      return decodePrune(stream, encoded, ancillary, bytes, output);
  }
}

/** Decodes everything once in prepare, into nothing that stays: invoke, which cannot fail, reads the same constants. */
export const tflmDecodeAny: Kernel<TflmDecodeParams> = {
  name: "tflm_decode_any",
  operator: tflmDecode,
  types: "any... -> bool|float32|int8|int16|int32|int64...",
  prepare(node) {
    node.outputs.forEach((output, i) => {
      if (!decodeInto(node, i, new Uint8Array(output.byteLength)))
        throw nodeError(node, `inputs[${2 * i}] and the tables in inputs[${2 * i + 1}] do not fit each other`);
    });
  },
  invoke(node) {
    for (let i = 0; i < node.outputs.length; i++) decodeInto(node, i, node.output(i).bytes);
  },
};

/** TFLM_DECODE in every type. */
export const tflmDecodeKernels: readonly AnyKernel[] = [tflmDecodeAny];

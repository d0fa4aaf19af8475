import type { KernelTensor } from "../kernel-tensor.ts";
import { nodeError } from "../node.ts";
import { defineOperator, type Operator, type UncheckedNode } from "../operator.ts";
import { requireConstant, requireThat } from "./shared/require.ts";

/** How elements of an output belong to the channels of its quantization. */
export interface DecodeChannels {
  readonly count: number;
  /** Channels follow each other in turns, element by element, instead of each in one stretch. */
  readonly isInterleaved: boolean;
}

/** Each element is an index of `bits` bits into the table of its channel. */
export interface DecodeLut {
  readonly method: "lut";
  readonly bits: number;
  /** Values from one channel's table to the next one's. */
  readonly stride: number;
  readonly channels: DecodeChannels;
}

/** Each element is a code word of a Huffman code. */
export interface DecodeHuffman {
  readonly method: "huffman";
  /** log2 of the number of entries of the first table. */
  readonly initialBits: number;
  /** Table entries have 32 bits instead of 16. */
  readonly isWide: boolean;
}

/** A bit for each element says whether the next value comes here, or the channel's zero point. */
export interface DecodePrune {
  readonly method: "prune";
  readonly channels: DecodeChannels;
}

export type DecodeStream = DecodeLut | DecodeHuffman | DecodePrune;

export interface TflmDecodeParams {
  /** For output i the method by which it comes from inputs 2i (encoded) and 2i + 1 (ancillary: the tables). */
  readonly streams: readonly DecodeStream[];
}

/** Where the tables begin in ancillary data, behind what all methods have. */
export const DECODE_TABLE_OFFSET = 16;

const METHODS = ["lut", "huffman", "prune"] as const;

/**
 * TFLM_DECODE: expands compressed constants. Inputs are pairs of encoded and ancillary data; bytes 0 and 1 of the
 * latter are the method and its version, 4 the version of the method's own data, 5 and 6 that data, 16 and on the
 * tables.
 */
export const tflmDecode: Operator<TflmDecodeParams> = defineOperator({
  name: "TFLM_DECODE",
  maxVersion: 1,
  inputs: ["pairs..."],
  outputs: ["decoded..."],
  check(node) {
    requireThat(
      node.inputs.length === 2 * node.outputs.length,
      node,
      () => `has ${node.inputs.length} inputs and ${node.outputs.length} outputs, it takes two for each output`,
    );
    return { streams: node.outputs.map((output, i) => parseStream(node, output, i)) };
  },
});

function parseStream(node: UncheckedNode, output: KernelTensor, i: number): DecodeStream {
  const [encoded, ancillary] = [node.inputs[2 * i]!, node.inputs[2 * i + 1]!];
  requireConstant(node, `inputs[${2 * i}]`, encoded);
  requireConstant(node, `inputs[${2 * i + 1}]`, ancillary);
  const name = `inputs[${2 * i + 1}]`;
  const data = ancillary.bytes;
  requireThat(
    data.length >= DECODE_TABLE_OFFSET,
    node,
    () => `${name} has ${data.length} bytes, ancillary data has at least ${DECODE_TABLE_OFFSET}`,
  );
  requireThat(
    data[1] === 1 && data[4] === 1,
    node,
    () => `${name} is of version ${data[1]}.${data[4]}, only 1.1 is known`,
  );
  switch (METHODS[data[0]!]) {
    case "lut":
      return parseLut(node, encoded, data, output);
    case "huffman":
      return parseHuffman(node, encoded, data, output);
    case "prune":
      return parsePrune(node, encoded, output);
    default:
      throw nodeError(node, `${name} names the method ${data[0]}; 0 (table), 1 (Huffman) and 2 (pruning) are known`);
  }
}

function parseLut(node: UncheckedNode, encoded: KernelTensor, data: Uint8Array, output: KernelTensor): DecodeLut {
  const bits = data[5]! & 7;
  requireThat(bits > 0, node, () => "indices have 0 bits, they need 1 to 7");
  requireBits(node, encoded, bits * output.size);
  return { method: "lut", bits, stride: data[6]!, channels: channelsOf(node, output) };
}

function parseHuffman(
  node: UncheckedNode,
  encoded: KernelTensor,
  data: Uint8Array,
  output: KernelTensor,
): DecodeHuffman {
  const isWide = (data[5]! & 1) !== 0;
  requireThat(
    output.type === "int8" || (output.type === "int16" && isWide),
    node,
    () => `a Huffman code with entries of ${isWide ? 32 : 16} bits cannot be ${output.type}`,
  );
  requireBits(node, encoded, output.size);
  return { method: "huffman", initialBits: (data[5]! >> 4) + 1, isWide };
}

function parsePrune(node: UncheckedNode, encoded: KernelTensor, output: KernelTensor): DecodePrune {
  const zeroPoints = output.quantization?.zeroPoint ?? [];
  requireThat(
    output.type === "int8" || zeroPoints.every((zeroPoint) => zeroPoint === 0),
    node,
    () => `decodes to ${output.type} with a zero point that is not 0, only int8 may have one`,
  );
  requireBits(node, encoded, output.size);
  return { method: "prune", channels: channelsOf(node, output) };
}

/** Channels are those of the output's quantization, along its first or its last dimension. */
function channelsOf(node: UncheckedNode, { quantization, shape, size }: KernelTensor): DecodeChannels {
  const count = quantization?.scale.length ?? 1;
  const dimension = quantization?.dimension ?? 0;
  const isInterleaved = count > 1 && dimension === shape.length - 1;
  requireThat(
    isInterleaved || dimension === 0,
    node,
    () => `decodes channels along dimension ${dimension}, only the first and the last are known`,
  );
  requireThat(size % count === 0, node, () => `decodes ${size} elements, which ${count} channels do not share evenly`);
  return { count, isInterleaved };
}

const requireBits = (node: UncheckedNode, encoded: KernelTensor, bits: number): void =>
  requireThat(
    8 * encoded.byteLength >= bits,
    node,
    () => `encoded data has ${encoded.byteLength} bytes, the output takes at least ${Math.ceil(bits / 8)}`,
  );

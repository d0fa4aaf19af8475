import { checkIndex, invalid } from "./checks.ts";
import { flatFile, follow } from "./flat-file.ts";
import { bufferBytes } from "./model-bytes.ts";
import { bitsPerElement, tensorByteLength } from "./tensor-type.ts";
import type { View } from "./types.ts";
import { verifyLayout } from "./verify-layout.ts";
import { viewTable } from "./view.ts";

const metadataName = "COMPRESSION_METADATA";
const newestVersion = 1;
const widestIndex = 7;

/** A constant whose elements are indices into tables of values, one table for all or one for each channel. */
export interface LookUpTable {
  readonly indices: Uint8Array;
  readonly indexBits: number;
  /** The tables of all channels, one behind the other. */
  readonly values: Uint8Array;
  /** Values in one table. */
  readonly valuesPerChannel: number;
  readonly elements: number;
  /** Channels lie one behind the other (`first` dimension) or element by element (`last`); undefined for one table. */
  readonly channels: { readonly count: number; readonly dimension: "first" | "last" } | undefined;
  readonly bytesPerElement: number;
}

/** The compressed tensors of each subgraph, by tensor index. */
export type CompressedTensors = readonly ReadonlyMap<number, LookUpTable>[];

const read = new WeakMap<View<"Model">, CompressedTensors>();

/**
 * The tensors that a model keeps compressed, as its metadata says.
 *
 * @throws ThimbleError `MODEL_INVALID` with the path when the metadata contradicts the model.
 */
export function compressedTensors(model: View<"Model">): CompressedTensors {
  let tensors = read.get(model);
  if (tensors === undefined) {
    tensors = readCompressedTensors(model);
    read.set(model, tensors);
  }
  return tensors;
}

function readCompressedTensors(model: View<"Model">): CompressedTensors {
  const at = model.metadata.findIndex(({ name }) => name === metadataName);
  const entry = model.metadata[at];
  if (!entry) return [];
  const where = `metadata[${at}]`;
  const bytes = bufferBytes(model, entry.buffer);
  const file = flatFile(bytes);
  verifyLayout(file, "CompressionMetadata", where);
  const metadata = viewTable("CompressionMetadata", file, follow(file, 0));
  if (metadata.schemaVersion > newestVersion)
    throw invalid(
      where,
      `compression version ${metadata.schemaVersion} is newer than ${newestVersion}`,
      "MODEL_VERSION",
    );
  return metadata.subgraphs.map(({ lutTensors }, s) => {
    checkIndex(s, model.subgraphs.length, "subgraphs", `${where}.subgraphs[${s}]`);
    return new Map(
      lutTensors.map((lut, t) => [lut.tensor, lookUpTable(model, s, lut, `${where}.subgraphs[${s}].lutTensors[${t}]`)]),
    );
  });
}

function lookUpTable(model: View<"Model">, subgraph: number, lut: View<"LutTensor">, where: string): LookUpTable {
  const { tensors } = model.subgraphs[subgraph]!;
  checkIndex(lut.tensor, tensors.length, "tensors", `${where}.tensor`);
  checkIndex(lut.valueBuffer, model.buffers.length, "buffers", `${where}.valueBuffer`);
  const tensor = tensors[lut.tensor]!;
  checkIndex(tensor.buffer, model.buffers.length, "buffers", `subgraphs[${subgraph}].tensors[${lut.tensor}].buffer`);
  const indexBits = lut.indexBitwidth;
  if (indexBits < 1 || indexBits > widestIndex)
    throw invalid(`${where}.indexBitwidth`, `${indexBits} is not from 1 to ${widestIndex}`);
  const bytesPerElement = bitsPerElement(tensor.type) / 8;
  if (!(bytesPerElement >= 1)) throw invalid(where, `a tensor of ${tensor.type} cannot be compressed`);
  const channels = channelsOf(tensor, where);
  const values = bufferBytes(model, lut.valueBuffer);
  const indices = bufferBytes(model, tensor.buffer);
  const elements = tensorByteLength(tensor.type, tensor.shape) / bytesPerElement;
  const valuesPerChannel = Math.floor(values.length / bytesPerElement / (channels?.count ?? 1));
  if (indices.length < Math.ceil((elements * indexBits) / 8))
    throw invalid(where, `${elements} indices of ${indexBits} bits do not fit into ${indices.length} bytes`);
  return { indices, indexBits, values, valuesPerChannel, elements, channels, bytesPerElement };
}

function channelsOf({ shape, quantization }: View<"Tensor">, where: string): LookUpTable["channels"] {
  const count = quantization?.scale.length ?? 0;
  if (count <= 1) return undefined;
  const dimension = quantization!.quantizedDimension;
  if (shape[dimension] !== count || (dimension !== 0 && dimension !== shape.length - 1))
    throw invalid(
      where,
      `${count} tables along dimension ${dimension} of [${shape}]; it must be the first or the last`,
    );
  return { count, dimension: dimension === 0 ? "first" : "last" };
}

/**
 * Writes the values of a compressed tensor into `target`.
 *
 * @throws ThimbleError `MODEL_INVALID` when an index is beyond its table.
 */
export function decompress(table: LookUpTable, target: Uint8Array, where: string): void {
  const { values, valuesPerChannel, elements, bytesPerElement } = table;
  for (let i = 0; i < elements; i++) {
    const index = indexAt(table, i);
    if (index >= valuesPerChannel)
      throw invalid(where, `element ${i} has the index ${index}, its table has ${valuesPerChannel} values`);
    const from = (channelOf(table, i) * valuesPerChannel + index) * bytesPerElement;
    for (let b = 0; b < bytesPerElement; b++) target[i * bytesPerElement + b] = values[from + b]!;
  }
}

/** Indices are packed without gaps, from high bits to low. */
function indexAt({ indices, indexBits }: LookUpTable, i: number): number {
  const bit = i * indexBits;
  const pair = (indices[bit >> 3]! << 8) | (indices[(bit >> 3) + 1] ?? 0);
  return (pair >> (16 - (bit & 7) - indexBits)) & ((1 << indexBits) - 1);
}

function channelOf({ channels, elements }: LookUpTable, i: number): number {
  if (!channels) return 0;
  return channels.dimension === "last" ? i % channels.count : Math.floor(i / (elements / channels.count));
}

import {
  bufferBytes,
  compressedTensors,
  decompress,
  type LookUpTable,
  type Model,
  modelBytes,
  readModel,
} from "@thimble/schema";
import { Arena } from "./arena.ts";
import type { ArenaLimits } from "./arena-parts.ts";
import type { KernelTensor } from "./kernel-tensor.ts";
import { Memory } from "./memory.ts";
import { alignmentOf } from "./region.ts";
import { DEFAULT_ARENA_LIMIT } from "./require-bytes.ts";
import { buildSubgraphs, type Subgraph } from "./subgraph.ts";
import { PACK_BYTES, reserveStack, STACK_BYTES } from "./wasm/wasm-space.ts";

/** A verified model in memory: constants have their bytes, other tensors no place and nodes no kernel yet. */
export interface LoadedModel {
  readonly model: Model;
  readonly subgraphs: readonly Subgraph[];
  readonly arena: Arena;
}

/** What a model is loaded with. */
export interface LoadOptions {
  /** Limits for the arena. Default is none. */
  readonly limits?: ArenaLimits;
  /** A memory that other models lie in already. Default is one of its own. */
  readonly memory?: Memory | undefined;
  /** Packs of C kernels will share the memory: leaves the lowest addresses to their stack and expects repacked weights. */
  readonly forWasm?: boolean;
}

/** What is set aside for kernels' own memory before they ask, so that it rarely has to grow. */
const KERNEL_BYTES = 64 * 1024;

/** More is not set aside for tensors: large models grow their memory once instead. */
const MOST_TENSOR_BYTES = 16 * 1024 * 1024;

/**
 * Verifies a model and copies it into memory.
 *
 * @throws ThimbleError with a code that says what is wrong with the model
 */
export function loadModel(source: Uint8Array | ArrayBuffer, options: LoadOptions = {}): LoadedModel {
  const { limits = {}, forWasm = false } = options;
  const bytes = modelBytes(source);
  const model = readModel(bytes);
  const subgraphs = buildSubgraphs(model);
  const expected = KERNEL_BYTES + bytes.length + (options.memory ? 0 : tensorBytes(subgraphs));
  const shared = forWasm ? STACK_BYTES + PACK_BYTES + 2 * bytes.length : 0;
  const least = bytes.length + Math.min(expected, limits.arenaBytes ?? DEFAULT_ARENA_LIMIT);
  const memory = options.memory ?? new Memory(shared + least);
  if (forWasm && !options.memory) reserveStack(memory);
  const arena = new Arena(memory, bytes, limits, expected);
  placeConstants(model, subgraphs, arena);
  return { model, subgraphs, arena };
}

/** What the tensors take at most if they share nothing. */
function tensorBytes(subgraphs: readonly Subgraph[]): number {
  const planned = subgraphs.flatMap(({ tensors }) => tensors.filter(({ isConstant }) => !isConstant));
  const total = planned.reduce((sum, { byteLength }) => sum + byteLength, 0);
  return Math.min(total, MOST_TENSOR_BYTES);
}

function placeConstants(model: Model, subgraphs: readonly Subgraph[], arena: Arena): void {
  for (const { index, tensors } of subgraphs) {
    const views = model.subgraphs[index]!.tensors;
    const compressed = compressedTensors(model)[index];
    for (const tensor of tensors) {
      if (!tensor.isConstant) continue;
      const table = compressed?.get(tensor.index);
      if (table) placeCompressed(table, tensor, arena, `subgraphs[${index}].tensors[${tensor.index}]`);
      else placeConstant(bufferBytes(model, views[tensor.index]!.buffer), tensor, arena);
    }
  }
}

/** Compressed constants are decompressed once, into persistent memory: every kernel takes them like others. */
function placeCompressed(table: LookUpTable, tensor: KernelTensor, arena: Arena, where: string): void {
  arena.allocatePersistent(tensor, { kind: "constant", name: tensor.name });
  decompress(table, tensor.bytes, where);
}

/** Constants stay where they lie in the model, except those that are not aligned for their type. */
function placeConstant(bytes: Uint8Array, tensor: KernelTensor, arena: Arena): void {
  const address = arena.addressOf(bytes);
  tensor.modelAddress = address;
  if (address % alignmentOf(tensor.type) === 0) {
    arena.place(tensor, address);
  } else {
    arena.allocatePersistent(tensor, { kind: "constant", name: tensor.name });
    tensor.bytes.set(bytes);
  }
}

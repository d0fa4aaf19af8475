import type { Kernel, KernelNode, Operator } from "@thimble/core";
import { type Broadcast, prepareBroadcast } from "./broadcast.ts";
import { type Elements, type ElementType, SUFFIXES } from "./elements.ts";

/** Types whose elements are integers that no engine puts on the heap, or seldom. */
export type IntegerType = "bool" | "int8" | "int16" | "int32";

/** What an operator of two inputs computes from a pair of stored integers. */
export interface BinaryFunction<Params, Data> {
  readonly operator: Operator<Params>;
  /** Of both inputs. */
  readonly type: IntegerType;
  /** Default is the type of the inputs. */
  readonly outputType?: ElementType;
  /** Default is false. */
  readonly beyondTflm?: boolean;
  /** What `combine` needs to know of the node. */
  prepare(node: KernelNode<Params>): Data;
  combine(first: number, second: number, data: Data): number;
}

export interface BinaryData<Data> {
  readonly broadcast: Broadcast;
  readonly data: Data;
}

export type BinaryKernel<Params = void, Data = undefined> = Kernel<Params, BinaryData<Data>>;

/** The kernel of an operator of two inputs of one integer type, which broadcast. */
export const binaryKernel = <Params, Data>({
  operator,
  type,
  outputType = type,
  beyondTflm = false,
  prepare,
  combine,
}: BinaryFunction<Params, Data>): BinaryKernel<Params, Data> => ({
  name: `${operator.name.toLowerCase()}_${SUFFIXES[type]}`,
  operator,
  types: `${type}, ${type} -> ${outputType}`,
  inPlace: [0, 1],
  beyondTflm,
  prepare: (node) => ({ broadcast: prepareBroadcast(node), data: prepare(node) }),
  invoke(node, { broadcast, data }) {
    const { cursor, length, firstStep, secondStep } = broadcast;
    const first = node.input(0).data as unknown as Elements;
    const second = node.input(1).data as unknown as Elements;
    const output = node.output(0).data as unknown as Elements;
    let out = 0;
    cursor.rewind();
    while (cursor.next()) {
      const a = cursor.first;
      const b = cursor.second;
      for (let i = 0; i < length; i++)
        output[out++] = combine(first[a + i * firstStep]!, second[b + i * secondStep]!, data);
    }
  },
});

import type { Kernel, Operator } from "@thimble/core";
import { type Broadcast, prepareBroadcast } from "./broadcast.ts";
import { type Elements, type ElementType, SUFFIXES } from "./elements.ts";

export type BinaryKernel = Kernel<void, Broadcast>;

export interface BinaryOptions {
  /** Default is the type of the inputs. */
  readonly outputType?: ElementType;
  /** Default is false. */
  readonly beyondTflm?: boolean;
}

/** The kernel of an operator that is a function of two stored elements, for inputs of one type that broadcast. */
export const elementwiseBinary = (
  operator: Operator<void>,
  type: ElementType,
  f: (a: number, b: number) => number,
  { outputType = type, beyondTflm = false }: BinaryOptions = {},
): BinaryKernel => ({
  name: `${operator.name.toLowerCase()}_${SUFFIXES[type]}`,
  operator,
  types: `${type}, ${type} -> ${outputType}`,
  beyondTflm,
  prepare: prepareBroadcast,
  invoke(node, { cursor, length, firstStep, secondStep }) {
    const first = node.input(0).data as unknown as Elements;
    const second = node.input(1).data as unknown as Elements;
    const output = node.output(0).data as unknown as Elements;
    let out = 0;
    cursor.rewind();
    while (cursor.next()) {
      const a = cursor.first;
      const b = cursor.second;
      for (let i = 0; i < length; i++) output[out++] = f(first[a + i * firstStep]!, second[b + i * secondStep]!);
    }
  },
});

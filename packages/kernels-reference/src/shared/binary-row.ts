import type { KernelNode } from "@thimble/core";
import { type Broadcast, prepareBroadcast } from "./broadcast.ts";

/** A run of outputs: where it begins in the inputs and the output, and how the inputs go forward along it. */
export interface BinaryRow {
  readonly length: number;
  readonly firstStep: number;
  readonly secondStep: number;
  first: number;
  second: number;
  out: number;
}

/** The way over two inputs that broadcast, row by row. */
export interface BinaryRows {
  readonly broadcast: Broadcast;
  /** Where the walk stands. */
  readonly row: BinaryRow;
}

export function prepareRows(node: KernelNode): BinaryRows {
  const broadcast = prepareBroadcast(node);
  const { length, firstStep, secondStep } = broadcast;
  return { broadcast, row: { length, firstStep, secondStep, first: 0, second: 0, out: 0 } };
}

/** [invoke] Hands each row to a function of whole arrays, which has the loop over the row. */
export function forEachRow<Input, Output>(
  { broadcast: { cursor }, row }: BinaryRows,
  f: (row: BinaryRow, first: Input, second: Input, output: Output) => void,
  first: Input,
  second: Input,
  output: Output,
): void {
  row.out = 0;
  cursor.rewind();
  while (cursor.next()) {
    row.first = cursor.first;
    row.second = cursor.second;
    f(row, first, second, output);
    row.out += row.length;
  }
}

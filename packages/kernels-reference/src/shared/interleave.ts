import type { KernelNode } from "@thimble/core";
import { copyBytes } from "./copy-bytes.ts";

/** For each of `positions`, copies what each input has there to the output, one behind the other. */
export function interleaveInputs(node: KernelNode, positions: number): void {
  const output = node.output(0).bytes;
  let out = 0;
  for (let position = 0; position < positions; position++) {
    for (let i = 0; i < node.inputs.length; i++) {
      const input = node.input(i).bytes;
      const length = input.length / positions;
      copyBytes(input, position * length, length, output, out);
      out += length;
    }
  }
}

/** The inverse: for each of `positions`, hands each output its part of what the bytes have there. */
export function deinterleaveOutputs(node: KernelNode, input: Uint8Array, positions: number): void {
  let at = 0;
  for (let position = 0; position < positions; position++) {
    for (let i = 0; i < node.outputs.length; i++) {
      const output = node.output(i).bytes;
      const length = output.length / positions;
      copyBytes(input, at, length, output, position * length);
      at += length;
    }
  }
}

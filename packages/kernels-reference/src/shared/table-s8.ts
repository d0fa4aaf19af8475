import type { KernelNode, PrepareHost, Region } from "@thimble/core";

/**
 * Stores a function of one int8 as a table of its 256 values; a byte read as unsigned is the index. What a function
 * costs is paid once, in prepare.
 */
export function prepareTableS8(host: PrepareHost, f: (stored: number) => number): Region<"int8"> {
  const table = host.allocatePersistent("int8", 256);
  for (let stored = -128; stored <= 127; stored++) table.data[stored & 0xff] = f(stored);
  return table;
}

/** output = table[input], element by element. */
export function applyTableS8(node: KernelNode, table: Region<"int8">): void {
  const values = table.data;
  const input = node.input(0).bytes;
  const output = node.output(0).data as Int8Array;
  for (let i = 0; i < output.length; i++) output[i] = values[input[i]!]!;
}

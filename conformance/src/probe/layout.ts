import type { FillingKind } from "./filling.ts";

/** Where a probed interpreter's buffers lie and what is around them: whatever a kernel must not depend on. */
export interface Layout {
  /** What guard zones, scratch, outputs and the stack hold before each invoke. */
  readonly filling: FillingKind;
  /** Bytes that tensors are aligned to, no more; at least an element's size. 1 to 16. */
  readonly alignment: number;
  /** Bytes by which everything is moved, functions in the table included. */
  readonly shift: number;
  /** The input on which output 0 lies. Default is none. */
  readonly inPlace?: number;
  /** Bytes by which output 0 begins before that input. Default is 0. */
  readonly lead?: number;
  /** Which of a kernel's requests for memory is refused, from 0. Default is none. */
  readonly refused?: number;
}

/** What hosts do: buffers at multiples of 16. */
export const USUAL: Layout = { filling: "random", alignment: 16, shift: 0 };

/** All that may differ does. */
export const UNUSUAL: Layout = { filling: "ones", alignment: 1, shift: 4096 + 16 };

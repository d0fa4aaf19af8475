import { defineOperator, type Operator } from "../operator.ts";

/** The parameters of a custom operator that the host knows nothing of: its options as they stand in the model. */
export interface CustomParams {
  readonly customOptions: Uint8Array;
}

export const isCustomParams = (params: unknown): params is CustomParams =>
  typeof params === "object" && params !== null && "customOptions" in params;

/** A custom operator of which only a pack's kernels know what it computes: any tensors, of any types and shapes. */
export const customOperator = (name: string): Operator<CustomParams> =>
  defineOperator({
    name,
    maxVersion: 2 ** 31 - 1,
    inputs: ["inputs?..."],
    outputs: ["outputs..."],
    hasEffects: true,
    check: ({ customOptions }) => ({ customOptions }),
  });

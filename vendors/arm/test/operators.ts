/** What the pack has kernels of its own for; the others are held to the suite where they come from, and by `npm run conform`. */
export const operators: readonly string[] = [
  "add",
  "average_pool_2d",
  "batch_matmul",
  "conv_2d",
  "depthwise_conv_2d",
  "fully_connected",
  "max_pool_2d",
  "maximum",
  "minimum",
  "mul",
  "pad",
  "padv2",
  "softmax",
  "svdf",
  "transpose",
  "transpose_conv",
  "unidirectional_sequence_lstm",
];

/** Random models of each generator: `FUZZ_RUNS=1500` makes it some hundred thousand. */
export const runs: number = Number(process.env.FUZZ_RUNS ?? 10);

#ifndef WASM_SIMD_LSTM_TYPES_H
#define WASM_SIMD_LSTM_TYPES_H

#define FOUR(type) type ", " type ", " type ", " type

/* The types of an LSTM's inputs and output: input, weights, peephole weights, biases, projection, states, norms. */
#define LSTM_TYPES(activation, weight, bias, cell)                                                        \
  activation ", " FOUR(weight) ", " FOUR(weight) ", any?, any?, any?, " FOUR(bias) ", any?, any?, "       \
  activation ", " cell ", " FOUR("any?") " -> " activation

#endif

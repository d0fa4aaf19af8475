#ifndef THIMBLE_ARITHMETIC_LSTM_LAYER_H
#define THIMBLE_ARITHMETIC_LSTM_LAYER_H

#include <thimble/kit/quantize_multiplier.h>

/*
 * A layer of an LSTM's gate: weights [units, depth] times activations, plus the bias (which may be NULL), in units of
 * 2^-12, saturated. `sums` is scratch for one number a unit.
 */
typedef void (*lstm_layer)(const int8_t *weights, const void *bias, int32_t units, int32_t depth,
                           const int16_t *activations, thimble_multiplier factor, int64_t *sums, int16_t *output);

/* Activations of int8 as widen_vector leaves them, and biases of int32; sums have 32 bits, which wrap. */
void lstm_layer_s8(const int8_t *weights, const void *bias, int32_t units, int32_t depth, const int16_t *activations,
                   thimble_multiplier factor, int64_t *sums, int16_t *output);

/* Activations of int16, and biases of int64; sums have 64 bits, and one rounding. */
void lstm_layer_s16(const int8_t *weights, const void *bias, int32_t units, int32_t depth, const int16_t *activations,
                    thimble_multiplier factor, int64_t *sums, int16_t *output);

#endif

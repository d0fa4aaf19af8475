#ifndef THIMBLE_ARITHMETIC_TRANSPOSED_CONV_H
#define THIMBLE_ARITHMETIC_TRANSPOSED_CONV_H

#include "conv_params.h"

/*
 * A transposed convolution as ordinary ones. Tap t of input i reaches output i * stride - padding + t, so outputs whose
 * positions differ by a multiple of the stride see the same taps, a stride apart: one convolution of stride 1 for each
 * remainder (a phase), with every stride-th tap of the filter, backwards.
 */

typedef struct {
  conv_params conv;
  /* Its packed weights, in bytes from the first one's. */
  int32_t packed_offset;
  /* The phase's first output. */
  int32_t y;
  int32_t x;
} transposed_phase;

typedef struct {
  /* Of the transposed convolution itself: its shape's stride is the spread, its padding what is cut off. */
  conv_params whole;
  int32_t element_bytes;
  int32_t packed_bytes;
  int32_t scratch_bytes;
  /* Bytes of a phase's outputs, in front of its own scratch. */
  int32_t output_bytes;
  int32_t phase_count;
  transposed_phase phases[];
} transposed_conv;

int32_t transposed_conv_phases(const conv_shape *shape);

/* Fills `conv` from conv->whole and conv->element_bytes; it has room for transposed_conv_phases(&conv->whole.shape). */
void transposed_conv_plan(transposed_conv *conv, const conv_arithmetic *arithmetic);

/* Weights have `weight_bytes` bytes each; `temporary` has room for as many as there are. */
void transposed_conv_pack(const transposed_conv *conv, const conv_arithmetic *arithmetic, const void *weights,
                          int32_t weight_bytes, const void *bias, const int32_t *multipliers, const int32_t *shifts,
                          void *temporary, void *packed);

void transposed_conv_run(const transposed_conv *conv, const conv_arithmetic *arithmetic, const void *packed,
                         const void *input, void *output, void *scratch);

#endif

#ifndef THIMBLE_ARITHMETIC_POOL_H
#define THIMBLE_ARITHMETIC_POOL_H

#include <thimble/kit/activation_range.h>
#include <thimble/params.h>

/* Windows over an input [N, H, W, C]. */
typedef struct {
  thimble_window height;
  thimble_window width;
  int32_t batches;
  int32_t input_height;
  int32_t input_width;
  int32_t depth;
} pool_layout;

/* The taps of one window that lie inside the input; steps count elements. */
typedef struct {
  int32_t rows;
  int32_t columns;
  int32_t row_step;
  int32_t column_step;
  /* Channels of a tap. */
  int32_t depth;
} pool_taps;

/* Computes the channels of one output from its taps, the first of which is at `input`. */
typedef void (*pool_function)(const pool_taps *taps, const void *range, const void *input, void *output);

void pool(const pool_layout *layout, const void *range, const void *input, void *output, int32_t element_bytes,
          pool_function f);

/* Mean of the taps, half away from zero, clamped to a thimble_range, or a thimble_range_f32. */
void average_s8(const pool_taps *taps, const void *range, const void *input, void *output);
void average_s16(const pool_taps *taps, const void *range, const void *input, void *output);
void average_f32(const pool_taps *taps, const void *range, const void *input, void *output);

/* Greatest of the taps, clamped. */
void greatest_s8(const pool_taps *taps, const void *range, const void *input, void *output);
void greatest_s16(const pool_taps *taps, const void *range, const void *input, void *output);
void greatest_f32(const pool_taps *taps, const void *range, const void *input, void *output);

#endif

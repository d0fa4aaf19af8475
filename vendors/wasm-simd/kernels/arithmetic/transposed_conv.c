#include "transposed_conv.h"

#include <stdbool.h>
#include <stddef.h>

#include "integers.h"

/* One dimension of a phase. */
typedef struct {
  /* The first tap, and how many there are a stride apart. */
  int32_t tap;
  int32_t taps;
  int32_t padding;
  int32_t outputs;
} phase_extent;

static int32_t phases_of(int32_t stride, int32_t outputs) { return min_of(stride, outputs); }

int32_t transposed_conv_phases(const conv_shape *shape) {
  return phases_of(shape->stride_height, shape->output_height) * phases_of(shape->stride_width, shape->output_width);
}

/* Output `first` of a dimension and those that follow it a stride apart. */
static phase_extent extent_of(int32_t first, int32_t padding, int32_t stride, int32_t taps, int32_t outputs) {
  const int32_t origin = first + padding;
  const int32_t tap = origin % stride;
  const int32_t reaching = tap < taps ? (taps - tap - 1) / stride + 1 : 0;
  return (phase_extent){tap, reaching, reaching - 1 - origin / stride, (outputs - first - 1) / stride + 1};
}

static phase_extent rows_of(const conv_shape *whole, int32_t y) {
  return extent_of(y, whole->padding_top, whole->stride_height, whole->filter_height, whole->output_height);
}

static phase_extent columns_of(const conv_shape *whole, int32_t x) {
  return extent_of(x, whole->padding_left, whole->stride_width, whole->filter_width, whole->output_width);
}

/* Without taps, the phase's outputs are the bias: that of a filter of one tap, 0. */
static conv_shape phase_shape(const conv_shape *whole, const phase_extent *rows, const phase_extent *columns) {
  const bool is_reached = rows->taps > 0 && columns->taps > 0;
  conv_shape shape = *whole;
  shape.filter_height = is_reached ? rows->taps : 1;
  shape.filter_width = is_reached ? columns->taps : 1;
  shape.output_height = rows->outputs;
  shape.output_width = columns->outputs;
  shape.stride_height = shape.stride_width = 1;
  shape.padding_top = is_reached ? rows->padding : 0;
  shape.padding_left = is_reached ? columns->padding : 0;
  return shape;
}

void transposed_conv_plan(transposed_conv *conv, const conv_arithmetic *arithmetic) {
  const conv_shape *const whole = &conv->whole.shape;
  transposed_phase *phase = conv->phases;
  int32_t scratch_bytes = 0;
  conv->phase_count = transposed_conv_phases(whole);
  conv->packed_bytes = conv->output_bytes = 0;
  for (int32_t y = 0; y < phases_of(whole->stride_height, whole->output_height); y++) {
    for (int32_t x = 0; x < phases_of(whole->stride_width, whole->output_width); x++) {
      const phase_extent rows = rows_of(whole, y), columns = columns_of(whole, x);
      phase->conv = conv->whole;
      phase->conv.shape = phase_shape(whole, &rows, &columns);
      phase->y = y;
      phase->x = x;
      phase->packed_offset = conv->packed_bytes;
      arithmetic->plan(&phase->conv);
      const int32_t outputs = whole->batches * rows.outputs * columns.outputs * whole->output_channels;
      conv->packed_bytes += round_up(phase->conv.plan.packed_bytes, 16);
      conv->output_bytes = max_of(conv->output_bytes, round_up(outputs * conv->element_bytes, 16));
      scratch_bytes = max_of(scratch_bytes, phase->conv.plan.scratch_bytes);
      phase++;
    }
  }
  if (conv->phase_count == 1) conv->output_bytes = 0;
  conv->scratch_bytes = conv->output_bytes + scratch_bytes;
}

/* The filter of a phase, OHWI: every stride-th tap, backwards. */
static void gather_filter(const conv_shape *whole, const transposed_phase *phase, const char *weights,
                          int32_t weight_bytes, char *to) {
  const phase_extent rows = rows_of(whole, phase->y), columns = columns_of(whole, phase->x);
  const int32_t tap_bytes = whole->input_channels * weight_bytes;
  if (rows.taps == 0 || columns.taps == 0) {
    __builtin_memset(to, 0, (size_t)(whole->output_channels * tap_bytes));
    return;
  }
  for (int32_t channel = 0; channel < whole->output_channels; channel++) {
    for (int32_t row = rows.taps - 1; row >= 0; row--) {
      for (int32_t column = columns.taps - 1; column >= 0; column--) {
        const int32_t y = channel * whole->filter_height + rows.tap + row * whole->stride_height;
        const int32_t x = columns.tap + column * whole->stride_width;
        __builtin_memcpy(to, weights + (y * whole->filter_width + x) * tap_bytes, (size_t)tap_bytes);
        to += tap_bytes;
      }
    }
  }
}

void transposed_conv_pack(const transposed_conv *conv, const conv_arithmetic *arithmetic, const void *weights,
                          int32_t weight_bytes, const void *bias, const int32_t *multipliers, const int32_t *shifts,
                          void *temporary, void *packed) {
  for (int32_t i = 0; i < conv->phase_count; i++) {
    const transposed_phase *const phase = &conv->phases[i];
    gather_filter(&conv->whole.shape, phase, weights, weight_bytes, temporary);
    arithmetic->pack(&phase->conv, temporary, bias, multipliers, shifts, (char *)packed + phase->packed_offset);
  }
}

/* Spreads a phase's outputs over the whole. */
static void spread(const transposed_conv *conv, const transposed_phase *phase, const char *from, char *output) {
  const conv_shape *const whole = &conv->whole.shape;
  const conv_shape *const part = &phase->conv.shape;
  const int32_t pixel = whole->output_channels * conv->element_bytes;
  for (int32_t row = 0; row < part->batches * part->output_height; row++) {
    const int32_t batch = row / part->output_height;
    const int32_t y = phase->y + row % part->output_height * whole->stride_height;
    char *to = output + ((batch * whole->output_height + y) * whole->output_width + phase->x) * pixel;
    for (int32_t x = 0; x < part->output_width; x++) {
      __builtin_memcpy(to, from, (size_t)pixel);
      to += whole->stride_width * pixel;
      from += pixel;
    }
  }
}

void transposed_conv_run(const transposed_conv *conv, const conv_arithmetic *arithmetic, const void *packed,
                         const void *input, void *output, void *scratch) {
  const bool is_spread = conv->phase_count > 1;
  void *const own_scratch = (char *)scratch + conv->output_bytes;
  for (int32_t i = 0; i < conv->phase_count; i++) {
    const transposed_phase *const phase = &conv->phases[i];
    const void *const weights = (const char *)packed + phase->packed_offset;
    arithmetic->run(&phase->conv, weights, input, is_spread ? scratch : output, own_scratch);
    if (is_spread) spread(conv, phase, scratch, output);
  }
}

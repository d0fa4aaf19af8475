#include "depthwise_conv_f32.h"

#include <stddef.h>
#include "simd.h"

#include "conv_f32.h"
#include "conv_windows.h"
#include "inlined.h"

/* Packed: for each four channels their bias, then their weights tap by tap. */
enum { CHANNELS = 4, TILE_COLUMNS = 4 };

/* Four output channels of an image. */
typedef struct {
  const conv_params *params;
  const float *image;
  const float *block;
  float *output;
  /* First of the channels, and how many of the four exist. */
  int32_t first;
  int32_t channels;
} channel_slice;

/* Taps of a filter that lie inside the input. */
typedef struct {
  int32_t first_row;
  int32_t end_row;
  int32_t first_column;
  int32_t end_column;
} tap_range;

/* One input channel: every output channel is a filter of an ordinary convolution. */
static bool is_conv(const conv_params *params) { return params->shape.input_channels == 1; }

static int32_t taps_of(const conv_shape *shape) { return shape->filter_height * shape->filter_width; }

void depthwise_conv_f32_plan(conv_params *params) {
  conv_plan *const plan = &params->plan;
  if (is_conv(params)) {
    conv_f32_plan(params);
    return;
  }
  plan->group_bytes = (taps_of(&params->shape) + 1) * CHANNELS * (int32_t)sizeof(float);
  plan->packed_bytes = round_up(params->shape.output_channels, CHANNELS) / CHANNELS * plan->group_bytes;
  plan->scratch_bytes = 0;
}

void depthwise_conv_f32_pack(const conv_params *params, const void *weights, const void *bias,
                             const int32_t *multipliers, const int32_t *shifts, void *packed) {
  if (is_conv(params)) {
    conv_f32_pack(params, weights, bias, multipliers, shifts, packed);
    return;
  }
  const int32_t channels = params->shape.output_channels;
  __builtin_memset(packed, 0, (size_t)params->plan.packed_bytes);
  for (int32_t channel = 0; channel < channels; channel++) {
    float *const lane = (float *)((char *)packed + channel / CHANNELS * params->plan.group_bytes) + channel % CHANNELS;
    if (bias) lane[0] = ((const float *)bias)[channel];
    for (int32_t tap = 0; tap < taps_of(&params->shape); tap++) {
      lane[(tap + 1) * CHANNELS] = ((const float *)weights)[tap * channels + channel];
    }
  }
}

/* First tap at or behind an input's begin, and the tap behind the last in it. */
static void clip_taps(int32_t origin, int32_t dilation, int32_t taps, int32_t extent, int32_t *first, int32_t *end) {
  *first = origin < 0 ? (dilation - 1 - origin) / dilation : 0;
  *end = origin < extent ? min_of(taps, (extent - 1 - origin) / dilation + 1) : 0;
}

/* Four channels, each seen by one output, lie side by side. */
static bool is_plain(const channel_slice *slice) {
  const conv_shape *const shape = &slice->params->shape;
  return shape->input_channels == shape->output_channels && slice->channels == CHANNELS;
}

/* What the channels see of a pixel. */
INLINED v128_t load_channels(const channel_slice *slice, const float *pixel, bool plain) {
  if (plain) return wasm_v128_load(pixel + slice->first);
  const conv_shape *const shape = &slice->params->shape;
  const int32_t multiplier = shape->output_channels / shape->input_channels;
  float values[CHANNELS] = {0};
  for (int32_t lane = 0; lane < slice->channels; lane++) values[lane] = pixel[(slice->first + lane) / multiplier];
  return wasm_v128_load(values);
}

static void store_channels(const channel_slice *slice, float *to, v128_t sum) {
  const v128_t low = wasm_f32x4_splat(slice->params->min), high = wasm_f32x4_splat(slice->params->max);
  const v128_t result = wasm_f32x4_pmin(wasm_f32x4_pmax(sum, low), high);
  if (slice->channels >= CHANNELS) {
    wasm_v128_store(to, result);
    return;
  }
  float values[CHANNELS];
  wasm_v128_store(values, result);
  for (int32_t lane = 0; lane < slice->channels; lane++) to[lane] = values[lane];
}

/* Neighbouring outputs (a constant number) that see the same taps, the first of them from row `y` and column `x` on. */
INLINED void convolve_columns(int columns, bool plain, const channel_slice *slice, int32_t y, int32_t x,
                              const tap_range *taps, float *to) {
  const conv_shape *const shape = &slice->params->shape;
  const int32_t channels = shape->input_channels, step = shape->stride_width * channels;
  v128_t sum[TILE_COLUMNS];
#pragma clang loop unroll(full)
  for (int i = 0; i < columns; i++) sum[i] = wasm_v128_load(slice->block);
  for (int32_t row = taps->first_row; row < taps->end_row; row++) {
    const float *const line = slice->image + (y + row * shape->dilation_height) * shape->input_width * channels;
    const float *weights = slice->block + (row * shape->filter_width + taps->first_column + 1) * CHANNELS;
    for (int32_t column = taps->first_column; column < taps->end_column; column++) {
      const float *const pixel = line + (x + column * shape->dilation_width) * channels;
      const v128_t weight = wasm_v128_load(weights);
#pragma clang loop unroll(full)
      for (int i = 0; i < columns; i++) {
        sum[i] = wasm_f32x4_add(sum[i], wasm_f32x4_mul(load_channels(slice, pixel + i * step, plain), weight));
      }
      weights += CHANNELS;
    }
  }
#pragma clang loop unroll(full)
  for (int i = 0; i < columns; i++) store_channels(slice, to + i * shape->output_channels, sum[i]);
}

static void convolve_row(const channel_slice *slice, int32_t output_row) {
  const conv_shape *const shape = &slice->params->shape;
  const int32_t y = output_row * shape->stride_height - shape->padding_top;
  const bool plain = is_plain(slice);
  float *to = slice->output + output_row * shape->output_width * shape->output_channels;
  tap_range taps;
  clip_taps(y, shape->dilation_height, shape->filter_height, shape->input_height, &taps.first_row, &taps.end_row);
  for (int32_t column = 0; column < shape->output_width;) {
    const int32_t x = column * shape->stride_width - shape->padding_left;
    const int32_t last = x + (TILE_COLUMNS - 1) * shape->stride_width + window_width(shape) - 1;
    const bool is_tile = plain && column + TILE_COLUMNS <= shape->output_width && x >= 0 && last < shape->input_width;
    clip_taps(x, shape->dilation_width, shape->filter_width, shape->input_width, &taps.first_column, &taps.end_column);
    if (is_tile) {
      convolve_columns(TILE_COLUMNS, true, slice, y, x, &taps, to);
    } else if (plain) {
      convolve_columns(1, true, slice, y, x, &taps, to);
    } else {
      convolve_columns(1, false, slice, y, x, &taps, to);
    }
    column += is_tile ? TILE_COLUMNS : 1;
    to += (is_tile ? TILE_COLUMNS : 1) * shape->output_channels;
  }
}

void depthwise_conv_f32_run(const conv_params *params, const void *packed, const void *input, void *output,
                            void *scratch) {
  if (is_conv(params)) {
    conv_f32_run(params, packed, input, output, scratch);
    return;
  }
  const conv_shape *const shape = &params->shape;
  const int32_t input_image = shape->input_height * shape->input_width * shape->input_channels;
  const int32_t output_image = shape->output_height * shape->output_width * shape->output_channels;
  for (int32_t row = 0; row < shape->batches * shape->output_height; row++) {
    const int32_t batch = row / shape->output_height;
    const float *const image = (const float *)input + batch * input_image;
    const char *block = packed;
    for (int32_t first = 0; first < shape->output_channels; first += CHANNELS) {
      const channel_slice slice = {params, image, (const float *)block,
                                   (float *)output + batch * output_image + first, first,
                                   min_of(CHANNELS, shape->output_channels - first)};
      convolve_row(&slice, row % shape->output_height);
      block += params->plan.group_bytes;
    }
  }
}

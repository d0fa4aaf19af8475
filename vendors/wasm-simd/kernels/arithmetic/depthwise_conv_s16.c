#include "depthwise_conv_s16.h"

#include <stddef.h>
#include "simd.h"

#include "conv_windows.h"
#include "wide_sums.h"

enum {
  CHANNELS = 8,
  /* A tap adds at most 2^15 * 2^7 to a sum: so many taps stay within 32 bits. */
  CHUNK_TAPS = 511,
};

/* Eight channels: constants, then a vector of weights a tap. */
typedef struct {
  int64_t bias[CHANNELS];
  int32_t multiplier[CHANNELS];
  int32_t shift[CHANNELS];
  int16_t weights[];
} depthwise_block;

typedef struct {
  const int16_t *data;
  const int16_t *end;
  /* First output channel of the block, and how many it has. */
  int32_t first;
  int32_t channels;
} channel_slice;

static int32_t taps_of(const conv_params *params) {
  return params->shape.filter_height * params->shape.filter_width;
}

static int32_t depth_multiplier(const conv_shape *shape) { return shape->output_channels / shape->input_channels; }

void depthwise_conv_s16_plan(conv_params *params) {
  conv_plan *const plan = &params->plan;
  plan->group_bytes = (int32_t)sizeof(depthwise_block) + taps_of(params) * CHANNELS * (int32_t)sizeof(int16_t);
  plan->packed_bytes = (params->shape.output_channels + CHANNELS - 1) / CHANNELS * plan->group_bytes;
  plan->scratch_bytes = 0;
}

void depthwise_conv_s16_pack(const conv_params *params, const void *weights, const void *bias,
                             const int32_t *multipliers, const int32_t *shifts, void *packed) {
  const weights_view view = group_weights(params, weights, 0);
  __builtin_memset(packed, 0, (size_t)params->plan.packed_bytes);
  for (int32_t channel = 0; channel < params->shape.output_channels; channel++) {
    depthwise_block *const block = (depthwise_block *)((char *)packed + channel / CHANNELS * params->plan.group_bytes);
    const int32_t lane = channel % CHANNELS;
    block->bias[lane] = bias ? ((const int64_t *)bias)[channel] : 0;
    block->multiplier[lane] = multipliers[channel];
    block->shift[lane] = shifts[channel];
    for (int32_t tap = 0; tap < taps_of(params); tap++) {
      block->weights[tap * CHANNELS + lane] = (int16_t)weight_at(&view, channel, tap);
    }
  }
}

/* What the block's channels see of a pixel; one by one at the tensor's end and for several outputs an input channel. */
static v128_t load_channels(const conv_params *params, const channel_slice *slice,
                            const int16_t *pixel) {
  if (depth_multiplier(&params->shape) == 1 && slice->end - pixel >= slice->first + CHANNELS) {
    return wasm_v128_load(pixel + slice->first);
  }
  int16_t values[CHANNELS] = {0};
  for (int32_t lane = 0; lane < slice->channels; lane++) {
    values[lane] = pixel[(slice->first + lane) / depth_multiplier(&params->shape)];
  }
  return wasm_v128_load(values);
}

/* The taps of a window that lie inside the input. */
static void sum_window(const conv_params *params, const channel_slice *slice,
                       const depthwise_block *block, int32_t top, int32_t left, int64_t *wide) {
  v128_t low = wasm_i32x4_splat(0);
  v128_t high = wasm_i32x4_splat(0);
  int32_t taps = 0;
  for (int32_t row = 0; row < params->shape.filter_height; row++) {
    const int32_t y = top + row * params->shape.dilation_height;
    if (y < 0 || y >= params->shape.input_height) continue;
    for (int32_t column = 0; column < params->shape.filter_width; column++) {
      const int32_t x = left + column * params->shape.dilation_width;
      if (x < 0 || x >= params->shape.input_width) continue;
      const int16_t *const pixel = slice->data + (y * params->shape.input_width + x) * params->shape.input_channels;
      const v128_t values = load_channels(params, slice, pixel);
      const v128_t weights = wasm_v128_load(block->weights + (row * params->shape.filter_width + column) * CHANNELS);
      low = wasm_i32x4_add(low, wasm_i32x4_extmul_low_i16x8(values, weights));
      high = wasm_i32x4_add(high, wasm_i32x4_extmul_high_i16x8(values, weights));
      if (++taps % CHUNK_TAPS == 0) {
        add_wide(wide, low);
        add_wide(wide + 4, high);
        low = high = wasm_i32x4_splat(0);
      }
    }
  }
  add_wide(wide, low);
  add_wide(wide + 4, high);
}

/* All pixels of eight channels of one image. */
static void convolve_block(const conv_params *params, const channel_slice *slice,
                           const depthwise_block *block, int16_t *output) {
  for (int32_t y = 0; y < params->shape.output_height; y++) {
    for (int32_t x = 0; x < params->shape.output_width; x++) {
      int64_t wide[CHANNELS];
      __builtin_memcpy(wide, block->bias, sizeof(wide));
      sum_window(params, slice, block, y * params->shape.stride_height - params->shape.padding_top,
                 x * params->shape.stride_width - params->shape.padding_left, wide);
      for (int32_t lane = 0; lane < slice->channels; lane++) {
        output[lane] = (int16_t)requantize_wide(wide[lane], block->multiplier[lane], block->shift[lane],
                                                REQUANTIZE_64_BITS, params->range);
      }
      output += params->shape.output_channels;
    }
  }
}

void depthwise_conv_s16_run(const conv_params *params, const void *packed, const void *input, void *output,
                            void *scratch) {
  (void)scratch;
  const conv_shape *const shape = &params->shape;
  const int32_t input_image = shape->input_height * shape->input_width * shape->input_channels;
  const int32_t output_image = shape->output_height * shape->output_width * shape->output_channels;
  const int16_t *from = input;
  int16_t *to = output;
  for (int32_t batch = 0; batch < shape->batches; batch++) {
    const char *block = packed;
    for (int32_t first = 0; first < shape->output_channels; first += CHANNELS) {
      const int32_t channels = min_of(CHANNELS, shape->output_channels - first);
      const channel_slice slice = {from, from + input_image, first, channels};
      convolve_block(params, &slice, (const depthwise_block *)block, to + first);
      block += params->plan.group_bytes;
    }
    from += input_image;
    to += output_image;
  }
}

#include <thimble/kit/requantize.h>

#include <thimble/kit/power_of_two.h>
#include "arithmetic/unary_f32.h"
#include "kernels.h"
#include "shared/count_record.h"
#include "shared/table_kernel.h"

/* Bits by which a centered input goes left, so that 16 bits are used well. */
enum { HIRES_BITS = 7 };

typedef struct {
  int32_t input_zero_point;
  int32_t output_zero_point;
  /* Multipliers of 16 bits. */
  thimble_multiplier output;
  thimble_multiplier reluish;
} hard_swish_quantization;

static int32_t saturate_s16(int32_t x) { return thimble_clamp(x, INT16_MIN, INT16_MAX); }

/* (a * b) / 2^15 of two int16 to the nearest, half up. */
static int32_t rounding_high_multiply(int32_t a, int32_t b) {
  const int32_t nudge = a * b >= 0 ? 1 << 14 : 1 - (1 << 14);
  return (a * b + nudge) / (1 << 15);
}

static int32_t truncating_high_multiply(int32_t a, int32_t b) {
  return a == INT16_MIN && b == INT16_MIN ? INT16_MAX : a * b / (1 << 15);
}

/* (x + 3) / 6 between 0 and 1, Q0.15: all but the last bit of a left shift comes before the factor. */
static int32_t reluish_of(int32_t hires, thimble_multiplier factor) {
  if (factor.shift <= 0) {
    const int32_t scaled = rounding_high_multiply(hires, factor.multiplier);
    return (thimble_rounding_divide_by_pot(scaled, -factor.shift) + (1 << 15)) >> 1;
  }
  const int32_t shifted = saturate_s16(thimble_saturate_s32(hires * thimble_power_of_two(factor.shift - 1)));
  return (saturate_s16(2 * rounding_high_multiply(shifted, factor.multiplier)) + (1 << 15)) >> 1;
}

static int32_t hard_swish_stored(int32_t stored, const void *quantization) {
  const hard_swish_quantization *q = quantization;
  const int32_t hires = (stored - q->input_zero_point) * (1 << HIRES_BITS);
  const int32_t scaled = rounding_high_multiply(hires, q->output.multiplier);
  const int32_t product = truncating_high_multiply(reluish_of(hires, q->reluish), scaled);
  const int32_t rounded = thimble_rounding_divide_by_pot(product, -q->output.shift);
  return thimble_clamp(rounded + q->output_zero_point, INT8_MIN, INT8_MAX);
}

static thimble_multiplier quantize_to_16_bits(float factor) {
  thimble_multiplier result = thimble_quantize_multiplier(factor);
  const int32_t most = INT32_MAX - (1 << 15);
  result.multiplier = result.multiplier >= most ? INT16_MAX : (result.multiplier + (1 << 15)) >> 16;
  return result;
}

static thimble_status prepare_s8(const thimble_host *host, thimble_node *node) {
  const thimble_tensor_info *input = thimble_input_info(host, node, 0), *output = thimble_output_info(host, node, 0);
  const float hires_scale = input->scale / (1 << HIRES_BITS);
  const hard_swish_quantization quantization = {
      .input_zero_point = input->zero_point,
      .output_zero_point = output->zero_point,
      .output = quantize_to_16_bits(hires_scale / output->scale),
      .reluish = quantize_to_16_bits(hires_scale / (3.0f / 32768.0f)),
  };
  return prepare_table(host, node, hard_swish_stored, &quantization);
}

TABLE_KERNEL(hard_swish_s8, "HARD_SWISH", prepare_s8);
UNARY_F32_KERNEL(hard_swish_f32, "HARD_SWISH", hard_swish_row_f32(in, out, n));

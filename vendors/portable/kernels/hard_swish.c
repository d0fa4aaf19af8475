#include <thimble/kit/rescale.h>
#include <thimble/kit/table.h>
#include <thimble/kit/unary.h>

#include "portable_kernels.h"
#include "shared/map.h"
#include "shared/plain.h"

/* Centered inputs go left by 7 bits, so that 16 bits are used well; multipliers have 16 bits. */
typedef struct {
  int32_t input_offset;
  thimble_multiplier output;
  /* To units of 3 / 2^15. */
  thimble_multiplier reluish;
  thimble_output_quantization store;
} hard_swish_factors;

static int32_t to_s16(int64_t x) { return x < INT16_MIN ? INT16_MIN : x > INT16_MAX ? INT16_MAX : (int32_t)x; }

/* a b / 2^15 of two int16, rounded half up. */
static int32_t high_multiply_s16(int32_t a, int32_t b) {
  const int32_t product = a * b;
  return (product + (product >= 0 ? 1 << 14 : 1 - (1 << 14))) / (1 << 15);
}

/* (x + 3) / 6 between 0 and 1 in Q0.15: of a left shift, all but the last bit comes before the factor. */
static int32_t reluish(int32_t hires, thimble_multiplier factor) {
  if (factor.shift <= 0) {
    const int32_t scaled = high_multiply_s16(hires, factor.multiplier);
    return (thimble_rounding_divide_by_pot(scaled, -factor.shift) + (1 << 15)) >> 1;
  }
  const int32_t shift = factor.shift < 32 ? factor.shift - 1 : 31;
  const int32_t shifted = to_s16((int64_t)hires * (INT64_C(1) << shift));
  return (to_s16(2 * high_multiply_s16(shifted, factor.multiplier)) + (1 << 15)) >> 1;
}

static int32_t hard_swish_stored(int32_t stored, const void *quantization) {
  const hard_swish_factors *factors = quantization;
  const int32_t hires = (stored + factors->input_offset) * (1 << 7);
  const int32_t scaled = high_multiply_s16(hires, factors->output.multiplier);
  const int32_t product = scaled * reluish(hires, factors->reluish) / (1 << 15);
  return thimble_store(thimble_rounding_divide_by_pot(product, -factors->output.shift), &factors->store);
}

static thimble_multiplier short_multiplier(float factor) {
  const thimble_multiplier whole = thimble_quantize_multiplier((double)factor);
  return (thimble_multiplier){thimble_reduced_multiplier(whole.multiplier), whole.shift};
}

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_tensor_info *input = thimble_input_info(host, node, 0);
  const float hires_scale = input->scale / (1 << 7), reluish_scale = 3.0f / (1 << 15);
  const hard_swish_factors factors = {
      .input_offset = thimble_offset_of(input),
      .output = short_multiplier(hires_scale / thimble_output_info(host, node, 0)->scale),
      .reluish = short_multiplier(hires_scale / reluish_scale),
      .store = thimble_output_quantization_of(host, node, THIMBLE_ACTIVATION_NONE),
  };
  return thimble_prepare_table(host, node, hard_swish_stored, &factors);
}

static const thimble_range_f32 zero_to_six = {0, 6};

MAP_INVOKE(invoke_f32, float, float, thimble_count, x * clamp_f32(x + 3, &zero_to_six) / 6)

THIMBLE_TABLE_KERNEL(hard_swish_s8, "HARD_SWISH", prepare);
THIMBLE_KERNEL(hard_swish_f32, "HARD_SWISH", "float32 -> float32", THIMBLE_WITHIN_TOLERANCE, .in_place = 1,
               .prepare = thimble_prepare_count, .invoke = invoke_f32);

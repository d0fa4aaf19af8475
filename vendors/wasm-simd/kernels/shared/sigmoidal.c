#include "sigmoidal.h"

#include <thimble/kit/requantize.h>

#include <thimble/kit/power_of_two.h>
#include "table_kernel.h"

/* Integer bits of the fixed-point argument: it reaches from -16 to 16. */
enum { INTEGER_BITS = 4 };

typedef struct {
  const sigmoidal_s8 *sigmoidal;
  int32_t input_zero_point;
  thimble_multiplier factor;
  /* From here on the output is the least or the greatest int8. */
  int64_t radius;
} sigmoidal_quantization;

static int32_t sigmoidal_stored(int32_t stored, const void *state) {
  const sigmoidal_quantization *q = state;
  const int32_t centered = stored - q->input_zero_point;
  if (centered <= -q->radius) return INT8_MIN;
  if (centered >= q->radius) return INT8_MAX;
  const int32_t result = q->sigmoidal->function(thimble_requantize(centered, q->factor), INTEGER_BITS);
  const int32_t rounded = thimble_rounding_divide_by_pot(result, 31 - q->sigmoidal->fractional_bits);
  return thimble_clamp(rounded + q->sigmoidal->zero_point, INT8_MIN, INT8_MAX);
}

thimble_status prepare_sigmoidal_s8(const thimble_host *host, thimble_node *node, const sigmoidal_s8 *sigmoidal) {
  const thimble_tensor_info *input = thimble_input_info(host, node, 0);
  const double unit = thimble_power_of_two(31 - INTEGER_BITS);
  const thimble_multiplier factor = thimble_quantize_multiplier((double)input->scale * unit);
  const double most = ((1 << INTEGER_BITS) - 1) * unit;
  const sigmoidal_quantization q = {
      .sigmoidal = sigmoidal,
      .input_zero_point = input->zero_point,
      .factor = factor,
      .radius = (int64_t)(most / thimble_power_of_two(factor.shift)),
  };
  return prepare_table(host, node, sigmoidal_stored, &q);
}

/* Whether log2 of the scale is within 1/1000 of `power`. */
static int is_power_of_two(double scale, int32_t power) {
  const double ratio = scale / thimble_power_of_two(power);
  return ratio < 1.0006933874625807 && ratio > 0.99930709299045302;
}

/* 15 bits of the scale, or 3 * 2^k for a power of two: 2^12 * 3 stands for 1. */
static thimble_sigmoid_argument argument_of(double scale, int32_t greatest_power) {
  const int32_t power = thimble_nearest_power(scale);
  if (is_power_of_two(scale, power) && power >= -12 && power + 12 <= greatest_power) {
    return (thimble_sigmoid_argument){3 << (power + 12), 0};
  }
  double factor = scale * 4096 * 3;
  int32_t shift = 0;
  for (; factor <= 32767.0 / 2 && shift <= 30; shift++) factor *= 2;
  /* As the reference's conversion to 32 bits, which wraps. */
  return (thimble_sigmoid_argument){(int32_t)(int64_t)factor, shift};
}

thimble_status prepare_sigmoidal_s16(const thimble_host *host, thimble_node *node, int32_t greatest_power) {
  const thimble_tensor_info *input = thimble_input_info(host, node, 0);
  const sigmoidal_s16_record q = {argument_of(input->scale, greatest_power), (int32_t)input->element_count};
  sigmoidal_s16_record *record = host->allocate_persistent(host, node, sizeof *record);
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  *record = q;
  return THIMBLE_OK;
}

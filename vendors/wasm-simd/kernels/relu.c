#include <thimble/kit/requantize.h>

#include "arithmetic/unary_f32.h"
#include "kernels.h"
#include "shared/count_record.h"
#include "shared/piecewise_kernel.h"
#include "shared/table_kernel.h"

/* The reference divides the scales in float here. */
static piecewise_quantization quantize(const thimble_host *host, const thimble_node *node) {
  const thimble_tensor_info *input = thimble_input_info(host, node, 0), *output = thimble_output_info(host, node, 0);
  const thimble_multiplier factor = thimble_quantize_multiplier(input->scale / output->scale);
  return (piecewise_quantization){
      .input_zero_point = input->zero_point,
      .positive = factor,
      .negative = factor,
      .output = thimble_output_quantization_of(host, node, THIMBLE_ACTIVATION_RELU),
  };
}

static int32_t relu_stored(int32_t stored, const void *quantization) {
  const piecewise_quantization *q = quantization;
  const int64_t scaled = thimble_requantize(stored - q->input_zero_point, q->positive);
  const int64_t value = scaled + q->output.zero_point;
  const thimble_range range = q->output.range;
  return value < range.min ? range.min : value > range.max ? range.max : (int32_t)value;
}

static thimble_status prepare_s8(const thimble_host *host, thimble_node *node) {
  const piecewise_quantization quantization = quantize(host, node);
  return prepare_table(host, node, relu_stored, &quantization);
}

static thimble_status prepare_s16(const thimble_host *host, thimble_node *node) {
  const piecewise_quantization quantization = quantize(host, node);
  return prepare_piecewise(host, node, &quantization);
}

TABLE_KERNEL(relu_s8, "RELU", prepare_s8);
UNARY_F32_KERNEL(relu_f32, "RELU", clamp_row_f32(in, out, n, 0, __builtin_inff()));

const thimble_kernel relu_s16 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "relu_s16",
    .operator_name = "RELU",
    .types = "int16 -> int16",
    THIMBLE_EXACT_REQUANTIZED,
    .prepare = prepare_s16,
    .invoke = piecewise_invoke,
};

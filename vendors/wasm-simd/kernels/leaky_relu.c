#include <thimble/kit/requantize.h>
#include <thimble/params.h>

#include "arithmetic/unary_f32.h"
#include "kernels.h"
#include "shared/count_record.h"
#include "shared/piecewise_kernel.h"
#include "shared/table_kernel.h"

/* A slope's magnitude is its factor; its sign goes apart. */
typedef struct {
  piecewise_quantization factors;
  int32_t sign;
} leaky_relu_quantization;

/* The reference multiplies and divides these numbers in float. */
static leaky_relu_quantization quantize(const thimble_host *host, const thimble_node *node) {
  const thimble_leaky_relu_params *params = node->params;
  const thimble_tensor_info *input = thimble_input_info(host, node, 0), *output = thimble_output_info(host, node, 0);
  const float product = input->scale * params->alpha;
  const float slope = product / output->scale;
  return (leaky_relu_quantization){
      .factors = {.input_zero_point = input->zero_point,
                  .positive = thimble_quantize_multiplier(input->scale / output->scale),
                  .negative = thimble_quantize_multiplier(slope < 0 ? -slope : slope),
                  .output = thimble_output_quantization_of(host, node, THIMBLE_ACTIVATION_NONE)},
      .sign = slope < 0 ? -1 : 1,
  };
}

static int32_t leaky_relu_stored(int32_t stored, const void *quantization) {
  const leaky_relu_quantization *q = quantization;
  const int32_t centered = stored - q->factors.input_zero_point;
  const int64_t scaled = centered >= 0 ? thimble_requantize(centered, q->factors.positive)
                                       : (int64_t)q->sign * thimble_requantize(centered, q->factors.negative);
  const int64_t value = scaled + q->factors.output.zero_point;
  return value < INT8_MIN ? INT8_MIN : value > INT8_MAX ? INT8_MAX : (int32_t)value;
}

static thimble_status prepare_s8(const thimble_host *host, thimble_node *node) {
  const leaky_relu_quantization quantization = quantize(host, node);
  return prepare_table(host, node, leaky_relu_stored, &quantization);
}

static thimble_status supports_s16(const thimble_host *host, const thimble_node *node) {
  return quantize(host, node).sign < 0 ? thimble_decline(host, "alpha is negative") : THIMBLE_OK;
}

static thimble_status prepare_s16(const thimble_host *host, thimble_node *node) {
  const leaky_relu_quantization quantization = quantize(host, node);
  return prepare_piecewise(host, node, &quantization.factors);
}

static float alpha_of(const thimble_node *node) { return ((const thimble_leaky_relu_params *)node->params)->alpha; }

TABLE_KERNEL(leaky_relu_s8, "LEAKY_RELU", prepare_s8);
UNARY_F32_KERNEL(leaky_relu_f32, "LEAKY_RELU", leaky_relu_row_f32(in, out, n, alpha_of(node)));

const thimble_kernel leaky_relu_s16 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "leaky_relu_s16",
    .operator_name = "LEAKY_RELU",
    .types = "int16 -> int16",
    THIMBLE_EXACT_REQUANTIZED,
    .supports = supports_s16,
    .prepare = prepare_s16,
    .invoke = piecewise_invoke,
};

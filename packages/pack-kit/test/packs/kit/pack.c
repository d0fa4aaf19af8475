/* The kit's arithmetic as custom operators, so that a test can call it. */
#include <thimble/kit/requantize.h>
#include <thimble/thimble.h>

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  uint32_t *count = host->allocate_persistent(host, node, sizeof *count);
  if (!count) return THIMBLE_OUT_OF_MEMORY;
  *count = host->tensor_info(host, thimble_input(node, 0))->element_count;
  return THIMBLE_OK;
}

/* x, multiplier, shift -> with two roundings, with one. */
static thimble_status requantize_invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const int32_t *x = thimble_input(node, 0)->data, *multiplier = thimble_input(node, 1)->data;
  const int32_t *shift = thimble_input(node, 2)->data;
  int32_t *twice = thimble_output(node, 0)->data, *once = thimble_output(node, 1)->data;
  for (uint32_t i = 0; i < *(const uint32_t *)node->data; i++) {
    const thimble_multiplier factor = {multiplier[i], shift[i]};
    twice[i] = thimble_requantize(x[i], factor);
    once[i] = thimble_requantize_single(x[i], factor);
  }
  return THIMBLE_OK;
}

/* The same of 64 bits, rounded once. */
static thimble_status requantize_64_invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const int64_t *x = thimble_input(node, 0)->data;
  const int32_t *multiplier = thimble_input(node, 1)->data, *shift = thimble_input(node, 2)->data;
  int32_t *output = thimble_output(node, 0)->data;
  for (uint32_t i = 0; i < *(const uint32_t *)node->data; i++) {
    output[i] = thimble_requantize_64(x[i], (thimble_multiplier){multiplier[i], shift[i]});
  }
  return THIMBLE_OK;
}

/* A real factor -> multiplier, shift. */
static thimble_status quantize_multiplier_invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const double *real = thimble_input(node, 0)->data;
  int32_t *multiplier = thimble_output(node, 0)->data, *shift = thimble_output(node, 1)->data;
  for (uint32_t i = 0; i < *(const uint32_t *)node->data; i++) {
    const thimble_multiplier factor = thimble_quantize_multiplier(real[i]);
    multiplier[i] = factor.multiplier;
    shift[i] = factor.shift;
  }
  return THIMBLE_OK;
}

/* dividend, divisor -> the quotient to the nearest integer. */
static thimble_status divide_invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const int32_t *dividend = thimble_input(node, 0)->data, *divisor = thimble_input(node, 1)->data;
  int32_t *quotient = thimble_output(node, 0)->data;
  for (uint32_t i = 0; i < *(const uint32_t *)node->data; i++) {
    quotient[i] = thimble_rounding_divide(dividend[i], divisor[i]);
  }
  return THIMBLE_OK;
}

#define HELPER(kernel_name, operator, type_list)         \
  static const thimble_kernel kernel_name = {            \
      .struct_size = sizeof(thimble_kernel),             \
      .name = #kernel_name,                              \
      .operator_name = operator,                         \
      .types = type_list,                                \
      .prepare = prepare,                                \
      .invoke = kernel_name##_invoke,                    \
  }

HELPER(requantize, "KitRequantize", "int32, int32, int32 -> int32, int32");
HELPER(requantize_64, "KitRequantize64", "int64, int32, int32 -> int32");
HELPER(quantize_multiplier, "KitQuantizeMultiplier", "float64 -> int32, int32");
HELPER(divide, "KitDivide", "int32, int32 -> int32");

static const thimble_kernel *const kernels[] = {
    &requantize, &requantize_64, &quantize_multiplier, &divide,
};

THIMBLE_DEFINE_PACK(THIMBLE_PACK_ID, THIMBLE_PACK_VERSION, kernels);

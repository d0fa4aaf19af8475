/* CONCATENATION in int8 without rescaling: for each position before the axis, a run of each input. */
#include "kernel.h"

static thimble_status supports(const thimble_host *host, const thimble_node *node) {
  const thimble_concatenation_params *params = node->params;
  if (params->requantizes) return decline(host, "an input has another scale or zero point than the output");
  return THIMBLE_OK;
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_concatenation_params *params = node->params;
  const thimble_tensor *whole = thimble_output(node, 0);
  const int32_t positions = thimble_extent_product(whole->dims, 0, params->axis);
  int8_t *output = whole->data;
  for (int32_t position = 0; position < positions; position++) {
    for (uint32_t k = 0; k < node->input_count; k++) {
      const thimble_tensor *part = thimble_input(node, k);
      const int32_t length = thimble_extent_product(part->dims, params->axis, part->rank);
      const int8_t *run = (const int8_t *)part->data + position * length;
      for (int32_t i = 0; i < length; i++) *output++ = run[i];
    }
  }
  return THIMBLE_OK;
}

static const thimble_kernel concatenation_s8 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "concatenation_s8",
    .operator_name = "CONCATENATION",
    .types = "int8... -> int8",
    .rounding = THIMBLE_ROUNDING_NONE,
    .exactness = THIMBLE_EXACTNESS_EXACT,
    .supports = supports,
    .invoke = invoke,
};

DEFINE_PACK_OF(concatenation_s8);

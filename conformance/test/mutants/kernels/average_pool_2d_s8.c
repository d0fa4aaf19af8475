/* AVERAGE_POOL_2D in int8: the mean of the taps inside the input, rounded half away from zero. */
#include <thimble/kit/divide.h>

#include "kernel.h"

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_average_pool_2d_params *params = node->params;
  thimble_range *range = host->allocate_persistent(host, node, sizeof *range);
  if (!range) return THIMBLE_OUT_OF_MEMORY;
  *range = output_stage_of(host, node, params->activation).range;
  return THIMBLE_OK;
}

static int32_t mean_at(const thimble_node *node, const int8_t *image, int32_t y, int32_t x, int32_t channel) {
  const thimble_average_pool_2d_params *params = node->params;
  const int32_t *dims = thimble_input(node, 0)->dims;
  const thimble_taps rows = thimble_taps_at(&params->height, y, dims[1]);
  const thimble_taps columns = thimble_taps_at(&params->width, x, dims[2]);
  int32_t sum = 0;
  for (int32_t row = rows.first; row < rows.end; row++) {
    for (int32_t column = columns.first; column < columns.end; column++) {
      sum += image[thimble_offset_4d(dims, 0, rows.origin + row, columns.origin + column, channel)];
    }
  }
  const int32_t count = (rows.end - rows.first) * (columns.end - columns.first);
  return thimble_rounding_divide(sum, count);
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_range *range = node->data;
  const int32_t *dims = thimble_output(node, 0)->dims, *input_dims = thimble_input(node, 0)->dims;
  const int8_t *image = thimble_input(node, 0)->data;
  int8_t *output = thimble_output(node, 0)->data;
  for (int32_t batch = 0; batch < dims[0]; batch++, image += thimble_extent_product(input_dims, 1, 4)) {
    for (int32_t i = 0; i < dims[1] * dims[2] * dims[3]; i++) {
      const int32_t mean = mean_at(node, image, i / dims[3] / dims[2], i / dims[3] % dims[2], i % dims[3]);
      *output++ = (int8_t)thimble_clamp(mean, range->min, range->max);
    }
  }
  return THIMBLE_OK;
}

static const thimble_kernel average_pool_2d_s8 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "average_pool_2d_s8",
    .operator_name = "AVERAGE_POOL_2D",
    .types = "int8 -> int8",
    .rounding = THIMBLE_ROUNDING_NONE,
    .exactness = THIMBLE_EXACTNESS_EXACT,
    .prepare = prepare,
    .invoke = invoke,
};

DEFINE_PACK_OF(average_pool_2d_s8);

/* MAX_POOL_2D in int8: row by row, each window's row raises the maxima of all channels at once. */
#include "kernel.h"

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_max_pool_2d_params *params = node->params;
  thimble_range *range = host->allocate_persistent(host, node, sizeof *range);
  if (!range) return THIMBLE_OUT_OF_MEMORY;
  *range = output_stage_of(host, node, params->activation).range;
  return THIMBLE_OK;
}

static void raise(int8_t *maxima, const int8_t *pixel, int32_t channels) {
  for (int32_t i = 0; i < channels; i++) {
    if (pixel[i] > maxima[i]) maxima[i] = pixel[i];
  }
}

/* The maxima of one window, at the output's own place. */
static void store_maxima(const thimble_node *node, int32_t batch, int32_t y, int32_t x, int8_t *maxima) {
  const thimble_max_pool_2d_params *params = node->params;
  const thimble_range *range = node->data;
  const int32_t *dims = thimble_input(node, 0)->dims, channels = dims[3];
  const int8_t *input = thimble_input(node, 0)->data;
  const thimble_taps rows = thimble_taps_at(&params->height, y, dims[1]);
  const thimble_taps columns = thimble_taps_at(&params->width, x, dims[2]);
  for (int32_t i = 0; i < channels; i++) maxima[i] = (int8_t)range->min;
  for (int32_t row = rows.first; row < rows.end; row++) {
    for (int32_t column = columns.first; column < columns.end; column++) {
      raise(maxima, input + thimble_offset_4d(dims, batch, rows.origin + row, columns.origin + column, 0), channels);
    }
  }
  for (int32_t i = 0; i < channels; i++) maxima[i] = (int8_t)thimble_clamp(maxima[i], range->min, range->max);
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const int32_t *dims = thimble_output(node, 0)->dims;
  int8_t *output = thimble_output(node, 0)->data;
  for (int32_t batch = 0; batch < dims[0]; batch++) {
    for (int32_t y = 0; y < dims[1]; y++) {
      for (int32_t x = 0; x < dims[2]; x++, output += dims[3]) store_maxima(node, batch, y, x, output);
    }
  }
  return THIMBLE_OK;
}

static const thimble_kernel max_pool_2d_s8 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "max_pool_2d_s8",
    .operator_name = "MAX_POOL_2D",
    .types = "int8 -> int8",
    .rounding = THIMBLE_ROUNDING_NONE,
    .exactness = THIMBLE_EXACTNESS_EXACT,
    .prepare = prepare,
    .invoke = invoke,
};

DEFINE_PACK_OF(max_pool_2d_s8);

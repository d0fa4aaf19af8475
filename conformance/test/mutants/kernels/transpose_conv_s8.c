/* TRANSPOSE_CONV in int8: each input spreads its products over the sums of the outputs that its taps reach. */
#include "kernel.h"

typedef struct {
  int32_t input_offset;
  output_stage output;
} transpose_conv_record;

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_transpose_conv_params *params = node->params;
  const thimble_tensor_info *input = input_info(host, node, 2), *filter = input_info(host, node, 1);
  const int32_t *dims = thimble_output(node, 0)->dims;
  transpose_conv_record *record = host->allocate_persistent(host, node, sizeof *record);
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  record->input_offset = -input->zero_point;
  record->output = output_stage_of(host, node, params->activation);
  thimble_multiplier *factors = host->allocate_constants(host, node, (uint32_t)dims[3] * sizeof *factors);
  if (!factors) return THIMBLE_OUT_OF_MEMORY;
  for (int32_t i = 0; i < dims[3]; i++) factors[i] = channel_factor(input, filter, output_info(host, node), i);
  /* Sums of one batch. */
  const uint32_t sums = (uint32_t)(dims[1] * dims[2] * dims[3]);
  return host->request_scratch(host, node, sums * sizeof(int32_t));
}

/* Adds the products of one input pixel and one tap to the sums of one output pixel. */
static void add_products(const thimble_node *node, const int8_t *pixel, int32_t row, int32_t column, int32_t *sums) {
  const transpose_conv_record *record = node->data;
  const int32_t *dims = thimble_input(node, 1)->dims;
  const int8_t *weights = thimble_input(node, 1)->data;
  for (int32_t channel = 0; channel < dims[0]; channel++) {
    const int8_t *tap = weights + thimble_offset_4d(dims, channel, row, column, 0);
    for (int32_t i = 0; i < dims[3]; i++) {
      sums[channel] = wrapping_add(sums[channel], (pixel[i] + record->input_offset) * tap[i]);
    }
  }
}

static void spread_pixel(const thimble_node *node, const int8_t *pixel, int32_t y, int32_t x) {
  const thimble_transpose_conv_params *params = node->params;
  const int32_t *dims = thimble_output(node, 0)->dims;
  int32_t *sums = node->scratch;
  for (int32_t row = 0; row < params->height.extent; row++) {
    const int32_t out_y = y * params->height.stride - params->height.pad_before + row;
    if (out_y < 0 || out_y >= dims[1]) continue;
    for (int32_t column = 0; column < params->width.extent; column++) {
      const int32_t out_x = x * params->width.stride - params->width.pad_before + column;
      if (out_x < 0 || out_x >= dims[2]) continue;
      add_products(node, pixel, row, column, sums + (out_y * dims[2] + out_x) * dims[3]);
    }
  }
}

static void store_sums(const thimble_node *node, int8_t *output, int32_t count) {
  const transpose_conv_record *record = node->data;
  const thimble_multiplier *factors = node->constants;
  const int32_t *bias = optional_data(node, 3), *sums = node->scratch;
  const int32_t channels = thimble_output(node, 0)->dims[3];
  for (int32_t i = 0; i < count; i++) {
    const int32_t sum = bias ? wrapping_add(sums[i], bias[i % channels]) : sums[i];
    const int32_t scaled = thimble_requantize(sum, factors[i % channels]);
    output[i] = (int8_t)stored_output(scaled, &record->output);
  }
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const int32_t *dims = thimble_input(node, 2)->dims;
  const int8_t *input = thimble_input(node, 2)->data;
  int8_t *output = thimble_output(node, 0)->data;
  int32_t *sums = node->scratch;
  const int32_t count = thimble_extent_product(thimble_output(node, 0)->dims, 1, 4);
  for (int32_t batch = 0; batch < dims[0]; batch++, output += count) {
    for (int32_t i = 0; i < count; i++) sums[i] = 0;
    for (int32_t pixel = 0; pixel < dims[1] * dims[2]; pixel++, input += dims[3]) {
      spread_pixel(node, input, pixel / dims[2], pixel % dims[2]);
    }
    store_sums(node, output, count);
  }
  return THIMBLE_OK;
}

static const thimble_kernel transpose_conv_s8 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "transpose_conv_s8",
    .operator_name = "TRANSPOSE_CONV",
    .types = "int32, int8, int8, int32? -> int8",
    .rounding = THIMBLE_ROUNDING_DOUBLE,
    .exactness = THIMBLE_EXACTNESS_EXACT,
    .prepare = prepare,
    .invoke = invoke,
};

DEFINE_PACK_OF(transpose_conv_s8);

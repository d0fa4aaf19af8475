/* CONV_2D in int8 without groups, put together from the kit's helpers. */
#include <thimble/kit/activation_range.h>
#include <thimble/kit/im2col.h>
#include <thimble/kit/requantize.h>
#include <thimble/thimble.h>

typedef struct {
  thimble_im2col layout;
  int32_t filters;
  int32_t output_zero_point;
  thimble_range range;
} conv_record;

static thimble_status supports(const thimble_host *host, const thimble_node *node) {
  const thimble_conv_2d_params *params = node->params;
  if (params->group_channels == thimble_input(node, 0)->dims[3]) return THIMBLE_OK;
  host->report(host, "has groups");
  return THIMBLE_DECLINED;
}

static void quantize_channels(const thimble_host *host, const thimble_node *node, thimble_multiplier *factors) {
  const thimble_tensor_info *input = host->tensor_info(host, thimble_input(node, 0));
  const thimble_tensor_info *filter = host->tensor_info(host, thimble_input(node, 1));
  const thimble_tensor_info *output = host->tensor_info(host, thimble_output(node, 0));
  for (int32_t i = 0; i < thimble_output(node, 0)->dims[3]; i++) {
    const double scale = filter->scales[filter->scale_count > 1 ? i : 0];
    factors[i] = thimble_quantize_multiplier((double)input->scale * scale / (double)output->scale);
  }
}

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_conv_2d_params *params = node->params;
  const thimble_tensor_info *output = host->tensor_info(host, thimble_output(node, 0));
  const int32_t *dims = thimble_input(node, 0)->dims;
  const int32_t filters = thimble_output(node, 0)->dims[3];
  conv_record *record = host->allocate_persistent(host, node, sizeof *record);
  thimble_multiplier *factors = host->allocate_constants(host, node, (uint32_t)filters * sizeof *factors);
  if (!record || !factors) return THIMBLE_OUT_OF_MEMORY;
  quantize_channels(host, node, factors);
  *record = (conv_record){
      .layout = {.dims = {dims[0], dims[1], dims[2], dims[3]}, .height = params->height, .width = params->width},
      .filters = filters,
      .output_zero_point = output->zero_point,
      .range = thimble_activation_range(params->activation, THIMBLE_TYPE_INT8, output->scale, output->zero_point),
  };
  record->layout.padding = (int8_t)host->tensor_info(host, thimble_input(node, 0))->zero_point;
  return host->request_scratch(host, node, (uint32_t)thimble_im2col_row_length(&record->layout));
}

static int32_t sum_of(const thimble_node *node, const int8_t *row, int32_t length, int32_t filter) {
  const conv_record *record = node->data;
  const int8_t *weights = (const int8_t *)thimble_input(node, 1)->data + filter * length;
  const thimble_tensor *bias = thimble_optional_input(node, 2);
  uint32_t sum = bias ? ((const uint32_t *)bias->data)[filter] : 0;
  for (int32_t i = 0; i < length; i++) sum += (uint32_t)((row[i] - record->layout.padding) * weights[i]);
  return (int32_t)sum;
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const conv_record *record = node->data;
  const thimble_multiplier *factors = node->constants;
  const int32_t *dims = thimble_output(node, 0)->dims;
  const int32_t length = thimble_im2col_row_length(&record->layout);
  int8_t *row = node->scratch, *output = thimble_output(node, 0)->data;
  for (int32_t at = 0; at < thimble_extent_product(dims, 0, 3); at++) {
    const int32_t x = at % dims[2], y = at / dims[2] % dims[1], batch = at / dims[2] / dims[1];
    thimble_im2col_row_s8(&record->layout, thimble_input(node, 0)->data, batch, y, x, row);
    for (int32_t filter = 0; filter < record->filters; filter++) {
      const uint32_t scaled = (uint32_t)thimble_requantize(sum_of(node, row, length, filter), factors[filter]);
      const int32_t value = (int32_t)(scaled + (uint32_t)record->output_zero_point);
      *output++ = (int8_t)thimble_clamp(value, record->range.min, record->range.max);
    }
  }
  return THIMBLE_OK;
}

const thimble_kernel conv_2d_s8 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "conv_2d_s8",
    .operator_name = "CONV_2D",
    .types = "int8, int8, int32? -> int8",
    .rounding = THIMBLE_ROUNDING_DOUBLE,
    .supports = supports,
    .prepare = prepare,
    .invoke = invoke,
};

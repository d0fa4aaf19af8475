#include <thimble/kit/copy_bytes.h>
#include <thimble/kit/fully_connected.h>

#include "shared/store.h"

#include "esp32_kernels.h"

static thimble_status supports(const thimble_host *host, const thimble_node *node) {
  const thimble_tensor_info *filter = thimble_input_info(host, node, 1);
  if (filter->scale_count == 1 && filter->zero_point != 0)
    return thimble_decline(host, "the filter has a zero point");
  return thimble_supports_constant_weights(host, node);
}

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_fully_connected_params *params = node->params;
  thimble_weights weights = thimble_weights_of(host, node, THIMBLE_FULLY_CONNECTED_INPUTS);
  weights.rounds_scale = 1;
  const thimble_channel_weights layout = {params->input_depth, 1, params->input_depth};
  const thimble_output_quantization output = thimble_output_quantization_of(host, node, params->activation);
  const thimble_status status = keep_channels(host, node, &weights, layout, params->output_depth);
  return status == THIMBLE_OK ? thimble_keep_record(host, node, &output, sizeof output) : status;
}

#define TAP_4(i)                          \
  {                                       \
    const int32_t x = row[i];             \
    sum0 += (uint32_t)(x * filter0[i]);   \
    sum1 += (uint32_t)(x * filter1[i]);   \
    sum2 += (uint32_t)(x * filter2[i]);   \
    sum3 += (uint32_t)(x * filter3[i]);   \
    THIMBLE_KEEP_ORDER();                         \
  }

/* Four outputs, so that an input is loaded once for four products. */
static void multiply_4(const int8_t *row, const int8_t *weights, int32_t length, const channel *by,
                       const thimble_output_quantization *q, int8_t *output) {
  const int8_t *filter0 = weights, *filter1 = filter0 + length;
  const int8_t *filter2 = filter1 + length, *filter3 = filter2 + length;
  const int8_t *const end = row + length, *const unrolled_end = row + (length & ~7);
  uint32_t sum0 = by[0].bias, sum1 = by[1].bias, sum2 = by[2].bias, sum3 = by[3].bias;
  for (; row < unrolled_end; row += 8, filter0 += 8, filter1 += 8, filter2 += 8, filter3 += 8) {
    TAP_4(0) TAP_4(1) TAP_4(2) TAP_4(3) TAP_4(4) TAP_4(5) TAP_4(6) TAP_4(7)
  }
  for (; row < end; row++, filter0++, filter1++, filter2++, filter3++) TAP_4(0)
  output[0] = store_sum(sum0, by[0], *q);
  output[1] = store_sum(sum1, by[1], *q);
  output[2] = store_sum(sum2, by[2], *q);
  output[3] = store_sum(sum3, by[3], *q);
}

static int8_t multiply_1(const int8_t *row, const int8_t *weights, int32_t length, const channel *by,
                         const thimble_output_quantization *q) {
  const int8_t *const end = row + length;
  uint32_t sum = by->bias;
  while (row < end) sum += (uint32_t)(*row++ * *weights++);
  return store_sum(sum, by[0], *q);
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_fully_connected_params *params = node->params;
  const int32_t length = params->input_depth, depth = params->output_depth;
  const thimble_output_quantization *q = node->data;
  const int8_t *row = thimble_input(node, 0)->data;
  int8_t *output = thimble_output(node, 0)->data;
  for (int32_t batch = 0; batch < params->batches; batch++, row += length, output += depth) {
    const int8_t *weights = thimble_input(node, 1)->data;
    const channel *by = node->constants;
    int32_t c = 0;
    for (; c + 4 <= depth; c += 4, by += 4, weights += 4 * length) multiply_4(row, weights, length, by, q, output + c);
    for (; c < depth; c++, by++, weights += length) output[c] = multiply_1(row, weights, length, by, q);
  }
  return THIMBLE_OK;
}

THIMBLE_KERNEL(esp32_fully_connected_s8, "FULLY_CONNECTED", "int8, int8, int32? -> int8", THIMBLE_EXACT_REQUANTIZED,
               .supports = supports, .prepare = prepare, .invoke = invoke);

#include "shared/conv.h"

thimble_status arm_keep_conv(const thimble_host *host, thimble_node *node, const arm_conv *conv) {
  const uint32_t bytes = arm_conv_scratch_bytes(conv) + (uint32_t)conv->packed_weights;
  const thimble_status status = host->request_scratch(host, node, bytes);
  return status == THIMBLE_OK ? thimble_keep_record(host, node, conv, sizeof *conv) : status;
}

thimble_status arm_invoke_conv(const thimble_node *node, const int8_t *filter) {
  const arm_conv *conv = node->data;
  const arm_conv_data data = {
      .input = thimble_input(node, 0)->data,
      .filter = arm_filter_of(filter, conv->packed_weights, (int8_t *)node->scratch + arm_conv_scratch_bytes(conv)),
      .channels = node->constants,
      .output = thimble_output(node, 0)->data,
      .scratch = node->scratch,
  };
  arm_conv_s8(conv, &data);
  return THIMBLE_OK;
}

#include "shared/conv.h"

#include <thimble/kit/glue.h>

thimble_status arm_keep_conv(const thimble_host *host, thimble_node *node, const arm_conv *conv) {
  const thimble_status status = host->request_scratch(host, node, arm_conv_scratch_bytes(conv));
  return status == THIMBLE_OK ? thimble_keep_record(host, node, conv, sizeof *conv) : status;
}

thimble_status arm_invoke_conv(const thimble_node *node, const int8_t *filter) {
  const arm_conv_data data = {
      .input = thimble_input(node, 0)->data,
      .filter = filter,
      .channels = node->constants,
      .output = thimble_output(node, 0)->data,
      .scratch = node->scratch,
  };
  arm_conv_s8(node->data, &data);
  return THIMBLE_OK;
}

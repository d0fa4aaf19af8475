#include <thimble/kit/requantize.h>
#include <thimble/kit/unary.h>
#include <thimble/params.h>

#include "portable_kernels.h"

typedef struct {
  int32_t count;
  int32_t length;
} window_record;

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const window_record record = {(int32_t)thimble_output_info(host, node, 0)->element_count,
                                (int32_t)thimble_input_info(host, node, 1)->element_count};
  return thimble_keep_record(host, node, &record, sizeof record);
}

/* Samples times weights, which repeat, shifted right. */
static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const window_record *record = node->data;
  const int32_t shift = ((const thimble_signal_window_params *)node->params)->shift;
  const int16_t *input = thimble_input(node, 0)->data, *weights = thimble_input(node, 1)->data;
  int16_t *output = thimble_output(node, 0)->data;
  for (int32_t start = 0; start < record->count; start += record->length) {
    for (int32_t i = 0; i < record->length; i++) {
      output[start + i] = (int16_t)thimble_clamp((input[start + i] * weights[i]) >> shift, INT16_MIN, INT16_MAX);
    }
  }
  return THIMBLE_OK;
}

THIMBLE_KERNEL(signal_window_s16, "SignalWindow", "int16, int16 -> int16", THIMBLE_EXACT_AS_STORED, .prepare = prepare,
               .invoke = invoke);

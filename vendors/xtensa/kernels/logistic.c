#include <thimble/kit/sigmoidal.h>
#include <thimble/kit/unary.h>

#include "kernels.h"
#include "shared/logistic_f32.h"
#include "shared/look_up.h"
#include "shared/sigmoid.h"

static thimble_status invoke_s16(const thimble_host *host, thimble_node *node) {
  (void)host;
  return apply_s16(node, sigmoid_at);
}

static thimble_status invoke_f32(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_count *record = node->data;
  const float *input = thimble_input(node, 0)->data;
  float *output = thimble_output(node, 0)->data;
  hifi_begin_loads();
  hifi_begin_stores();
  for (int32_t i = 0; i < record->count; i += 4) {
    const int32_t left = record->count - i;
    hifi_store_up_to_4_f32(logistic_of_four(hifi_load_up_to_4_f32(input + i, left)), output + i, left);
  }
  return THIMBLE_OK;
}

THIMBLE_KERNEL(logistic_s8, "LOGISTIC", "int8 -> int8", THIMBLE_EXACT_REQUANTIZED, .in_place = 1,
               .prepare = thimble_prepare_logistic_s8, .invoke = look_up_s8);
THIMBLE_KERNEL(logistic_s16, "LOGISTIC", "int16 -> int16", THIMBLE_EXACT_REQUANTIZED, .in_place = 1,
               .prepare = thimble_prepare_logistic_s16, .invoke = invoke_s16);
THIMBLE_KERNEL(logistic_f32, "LOGISTIC", "float32 -> float32", THIMBLE_WITHIN_TOLERANCE, .in_place = 1,
               .prepare = thimble_prepare_count, .invoke = invoke_f32);

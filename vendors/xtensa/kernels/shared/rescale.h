/* Numbers of 8 bits from one scale to another: QUANTIZE and LEAKY_RELU. */
#ifndef XTENSA_RESCALE_H
#define XTENSA_RESCALE_H

#include <thimble/kit/rescale.h>

#include "requantize.h"

/** [invoke] Rescales input 0 by the node's `thimble_rescaling`. */
static inline thimble_status rescale_s8(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_rescaling *by = node->data;
  const hifi_scaling positive = scaling_of(&by->positive), negative = scaling_of(&by->negative);
  const hifi_int16x4 offset = hifi_movda16(by->input_offset);
  const int8_t *input = thimble_input(node, 0)->data;
  int8_t *output = thimble_output(node, 0)->data;
  for (int32_t i = 0; i < by->count; i += 4) {
    const int32_t left = by->count - i, count = left < 4 ? left : 4;
    const hifi_int16x4 centered = hifi_add16(hifi_load_up_to_4(input + i, left), offset);
    for (int32_t lane = 0; lane < count; lane++) {
      const int32_t x = hifi_movad16(centered, lane);
      int32_t scaled = requantize(x, x < 0 ? &negative : &positive);
      if (x < 0 && by->negative_sign < 0) scaled = hifi_neg(scaled);
      hifi_s8(clamp_output(scaled, &by->output), output + i + lane);
    }
  }
  return THIMBLE_OK;
}

#endif

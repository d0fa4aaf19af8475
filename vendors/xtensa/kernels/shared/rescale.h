/* Numbers from one scale to another, and from one type: QUANTIZE and LEAKY_RELU. */
#ifndef XTENSA_RESCALE_H
#define XTENSA_RESCALE_H

#include <thimble/kit/rescale.h>

#include "requantize.h"
#include "stored.h"

/* How numbers from 0 on and those under 0 are scaled; the latter change their sign behind it if it is less than 0. */
typedef struct rescaling {
  hifi_scaling positive;
  hifi_scaling negative;
  int32_t negative_sign;
} rescaling;

static inline int32_t rescale_centered(int32_t x, const rescaling *by) {
  if (x >= 0) return requantize(x, &by->positive);
  const int32_t scaled = requantize(x, &by->negative);
  return by->negative_sign < 0 ? hifi_neg(scaled) : scaled;
}

/** Rescales input 0 of a type to output 0 of another, by the node's `thimble_rescaling`. */
static inline void rescale(const thimble_node *node, const stored_type *from, const stored_type *to) {
  const thimble_rescaling *record = node->data;
  const rescaling by = {scaling_of(&record->positive), scaling_of(&record->negative), record->negative_sign};
  const hifi_int16x4 zero_point = hifi_movda16(-record->input_offset);
  const int8_t *input = thimble_input(node, 0)->data;
  int8_t *output = thimble_output(node, 0)->data;
  for (int32_t i = 0; i < record->count; i += 4) {
    const int32_t left = record->count - i, count = left < 4 ? left : 4;
    const hifi_int32x4 centered = hifi_subw16(from->load(input + i * from->bytes, left), zero_point);
    for (int32_t lane = 0; lane < count; lane++, output += to->bytes) {
      const int32_t scaled = rescale_centered(hifi_movad32(centered, lane), &by);
      to->store(clamp_output(scaled, &record->output), output);
    }
  }
}

/** Defines an invoke that does so. */
#define RESCALE_INVOKE(name, from, to)                                              \
  static thimble_status name(const thimble_host *host, thimble_node *node) {        \
    (void)host;                                                                     \
    rescale(node, from, to);                                                        \
    return THIMBLE_OK;                                                              \
  }

#endif

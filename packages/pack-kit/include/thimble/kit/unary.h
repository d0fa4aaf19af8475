/* Records of operators of one input whose outputs each depend on one element. */
#ifndef THIMBLE_KIT_UNARY_H
#define THIMBLE_KIT_UNARY_H

#include "activation_range.h"
#include "glue.h"
#include "requantize.h"

/** How many elements there are. */
typedef struct thimble_count {
  int32_t count;
} thimble_count;

/** [prepare, once] A `thimble_count` as record. */
static inline thimble_status thimble_prepare_count(const thimble_host *host, thimble_node *node) {
  const thimble_count record = {(int32_t)thimble_output_info(host, node, 0)->element_count};
  return thimble_keep_record(host, node, &record, sizeof record);
}

/** Stored numbers that are clamped as they are. */
typedef struct thimble_stored_clamp {
  thimble_range range;
  int32_t count;
} thimble_stored_clamp;

/** [prepare, once] RELU6 of integers: clamps in the input's quantization, the output's is not read. */
static inline thimble_status thimble_prepare_relu6(const thimble_host *host, thimble_node *node) {
  const thimble_tensor_info *info = thimble_input_info(host, node, 0);
  const thimble_type type = thimble_input(node, 0)->type;
  const thimble_stored_clamp record = {
      thimble_activation_range(THIMBLE_ACTIVATION_RELU6, type, info->scale, info->zero_point),
      (int32_t)info->element_count,
  };
  return thimble_keep_record(host, node, &record, sizeof record);
}

#endif

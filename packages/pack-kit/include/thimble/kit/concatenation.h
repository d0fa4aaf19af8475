/* CONCATENATION: its prepares. */
#ifndef THIMBLE_KIT_CONCATENATION_H
#define THIMBLE_KIT_CONCATENATION_H

#include <thimble/params.h>

#include "activation_range.h"
#include "parts.h"

/** The types of inputs that are put together as they are. */
#define THIMBLE_CONCATENATION_TYPES \
  "float32|int8|int16|int32|int64|bool... -> float32|int8|int16|int32|int64|bool"

/** [supports] Declines int8 inputs of another scale or zero point than the output. */
static inline thimble_status thimble_supports_plain_concatenation(const thimble_host *host, const thimble_node *node) {
  const thimble_concatenation_params *params = node->params;
  if (!params->requantizes) return THIMBLE_OK;
  return thimble_decline(host, "int8 inputs have another scale or zero point than the output");
}

/** [prepare, once] A `thimble_parts` as record. */
static inline thimble_status thimble_prepare_concatenation(const thimble_host *host, thimble_node *node) {
  const thimble_concatenation_params *params = node->params;
  return thimble_prepare_parts_in(host, node, params->axis);
}

/** int8 inputs of other scales: for each, a run at every position, and its stored values by their bits as uint8. */
typedef struct thimble_requantized_part {
  int32_t run;
  int8_t values[256];
} thimble_requantized_part;

typedef struct thimble_requantized_parts {
  int32_t positions;
  int32_t part_count;
  thimble_requantized_part parts[];
} thimble_requantized_parts;

/** What brings an input to the output's scale: in float, half away from zero, as the reference computes it. */
static inline void thimble_fill_requantized(int8_t *values, const thimble_tensor_info *input,
                                            const thimble_tensor_info *output) {
  const float inverse = 1 / output->scale;
  const float scale = input->scale * inverse;
  const float bias = (float)-input->zero_point * scale;
  const thimble_range range = thimble_stored_range(THIMBLE_TYPE_INT8);
  for (int32_t stored = INT8_MIN; stored <= INT8_MAX; stored++) {
    const float product = (float)stored * scale;
    const int32_t value = thimble_quantized_bound(product + bias, 1, output->zero_point, range);
    values[(uint8_t)stored] = (int8_t)value;
  }
}

/** [prepare, once] A `thimble_requantized_parts` as record. */
static inline thimble_status thimble_prepare_requantized_parts(const thimble_host *host, thimble_node *node) {
  const thimble_concatenation_params *params = node->params;
  const thimble_tensor_info *output = thimble_output_info(host, node, 0);
  const int32_t positions = thimble_extent_product(thimble_output(node, 0)->dims, 0, params->axis);
  const size_t parts_bytes = node->input_count * sizeof(thimble_requantized_part);
  const uint32_t bytes = (uint32_t)(sizeof(thimble_requantized_parts) + parts_bytes);
  thimble_requantized_parts *record = host->allocate_persistent(host, node, bytes);
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  record->positions = positions;
  record->part_count = node->input_count;
  for (int32_t i = 0; i < record->part_count; i++) {
    const thimble_tensor_info *input = thimble_input_info(host, node, (uint32_t)i);
    record->parts[i].run = positions == 0 ? 0 : (int32_t)input->element_count / positions;
    thimble_fill_requantized(record->parts[i].values, input, output);
  }
  return THIMBLE_OK;
}

#endif

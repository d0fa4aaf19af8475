#include <thimble/kit/concatenation.h>

#include "portable_kernels.h"

THIMBLE_KERNEL(concatenation_any, "CONCATENATION", THIMBLE_CONCATENATION_TYPES, THIMBLE_EXACT_AS_STORED,
               .supports = thimble_supports_plain_concatenation, .prepare = thimble_prepare_concatenation,
               .invoke = thimble_parts_in_invoke);

static thimble_status invoke_s8(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_requantized_parts *record = node->data;
  int8_t *output = thimble_output(node, 0)->data;
  for (int32_t position = 0; position < record->positions; position++) {
    for (int32_t i = 0; i < record->part_count; i++) {
      const thimble_requantized_part *part = &record->parts[i];
      const uint8_t *input = (const uint8_t *)thimble_input(node, (uint32_t)i)->data + position * part->run;
      for (int32_t k = 0; k < part->run; k++) *output++ = part->values[input[k]];
    }
  }
  return THIMBLE_OK;
}

THIMBLE_KERNEL(concatenation_s8, "CONCATENATION", "int8... -> int8", THIMBLE_EXACT_REQUANTIZED,
               .prepare = thimble_prepare_requantized_parts, .invoke = invoke_s8);

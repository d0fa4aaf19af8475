#include <thimble/kit/concatenation.h>

#include "arithmetic/table_s8.h"
#include "kernels.h"
#include "shared/interleave_kernel.h"

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_concatenation_params *params = node->params;
  return prepare_parts_in(host, node, params->axis);
}

const thimble_kernel concatenation_any = {
    .struct_size = sizeof(thimble_kernel),
    .name = "concatenation_any",
    .operator_name = "CONCATENATION",
    .types = THIMBLE_CONCATENATION_TYPES,
    .supports = thimble_supports_plain_concatenation,
    .prepare = prepare,
    .invoke = parts_in_invoke,
};

/* int8 inputs of other scales than the output. */
static thimble_status invoke_s8(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_requantized_parts *record = node->data;
  int8_t *output = thimble_output(node, 0)->data;
  for (int32_t position = 0; position < record->positions; position++) {
    for (int32_t i = 0; i < record->part_count; i++) {
      const thimble_requantized_part *part = &record->parts[i];
      const int8_t *input = thimble_input(node, (uint32_t)i)->data;
      apply_table_s8(part->values, input + position * part->run, output, part->run);
      output += part->run;
    }
  }
  return THIMBLE_OK;
}

const thimble_kernel concatenation_s8 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "concatenation_s8",
    .operator_name = "CONCATENATION",
    .types = "int8... -> int8",
    THIMBLE_EXACT_REQUANTIZED,
    .prepare = thimble_prepare_requantized_parts,
    .invoke = invoke_s8,
};

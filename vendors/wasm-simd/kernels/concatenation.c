#include <thimble/kit/activation_range.h>
#include <thimble/kit/shape.h>
#include <thimble/params.h>

#include "arithmetic/table_s8.h"
#include "shared/interleave_kernel.h"
#include "kernels.h"
#include <thimble/kit/glue.h>

static thimble_status supports(const thimble_host *host, const thimble_node *node) {
  const thimble_concatenation_params *params = node->params;
  if (!params->requantizes) return THIMBLE_OK;
  return thimble_decline(host, "int8 inputs have another scale or zero point than the output");
}

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_concatenation_params *params = node->params;
  return prepare_parts_in(host, node, params->axis);
}

#define TYPES "float32|int8|int16|int32|int64|bool"

const thimble_kernel concatenation_any = {
    .struct_size = sizeof(thimble_kernel),
    .name = "concatenation_any",
    .operator_name = "CONCATENATION",
    .types = TYPES "... -> " TYPES,
    .supports = supports,
    .prepare = prepare,
    .invoke = parts_in_invoke,
};

/* int8 inputs of other scales than the output: for each, a run at every position, and a table of its stored values. */
typedef struct {
  int32_t run;
  table_s8 table;
} requantized_part;

typedef struct {
  int32_t positions;
  int32_t part_count;
  requantized_part parts[];
} requantized_record;

/* What brings an input to the output's scale: in float, half away from zero, as the reference computes it. */
static void fill_table(table_s8 *table, const thimble_tensor_info *input, const thimble_tensor_info *output) {
  const float inverse = 1 / output->scale;
  const float scale = input->scale * inverse;
  const float bias = (float)-input->zero_point * scale;
  const thimble_range range = thimble_stored_range(THIMBLE_TYPE_INT8);
  for (int32_t stored = INT8_MIN; stored <= INT8_MAX; stored++) {
    const float product = (float)stored * scale;
    const int32_t value = thimble_quantized_bound(product + bias, 1, output->zero_point, range);
    table->values[(uint8_t)stored] = (int8_t)value;
  }
}

static thimble_status prepare_s8(const thimble_host *host, thimble_node *node) {
  const thimble_concatenation_params *params = node->params;
  const thimble_tensor_info *output = thimble_output_info(host, node, 0);
  const int32_t positions = thimble_extent_product(thimble_output(node, 0)->dims, 0, params->axis);
  const uint32_t bytes = sizeof(requantized_record) + node->input_count * sizeof(requantized_part);
  requantized_record *record = host->allocate_persistent(host, node, bytes);
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  record->positions = positions;
  record->part_count = node->input_count;
  for (int32_t i = 0; i < record->part_count; i++) {
    const thimble_tensor_info *input = thimble_input_info(host, node, (uint32_t)i);
    record->parts[i].run = positions == 0 ? 0 : (int32_t)input->element_count / positions;
    fill_table(&record->parts[i].table, input, output);
  }
  return THIMBLE_OK;
}

static thimble_status invoke_s8(const thimble_host *host, thimble_node *node) {
  (void)host;
  const requantized_record *record = node->data;
  int8_t *output = thimble_output(node, 0)->data;
  for (int32_t position = 0; position < record->positions; position++) {
    for (int32_t i = 0; i < record->part_count; i++) {
      const requantized_part *part = &record->parts[i];
      const int8_t *input = thimble_input(node, (uint32_t)i)->data;
      apply_table_s8(&part->table, input + position * part->run, output, part->run);
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
    .prepare = prepare_s8,
    .invoke = invoke_s8,
};

/* CIRCULAR_BUFFER in int8: the slots are kept in the record, oldest first, and copied to the output in every invoke. */
#include "kernel.h"

typedef struct {
  /* Invokes until the rest of the graph runs. */
  int32_t left;
  /* What slots hold at first: a variable begins at its zero point, other outputs at 0. */
  int8_t empty;
  int8_t slots[];
} circular_buffer_record;

static void begin(const thimble_node *node) {
  const thimble_circular_buffer_params *params = node->params;
  circular_buffer_record *record = node->data;
  record->left = params->cycles;
  for (int32_t i = 0; i < params->slots * params->depth; i++) record->slots[i] = record->empty;
}

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_circular_buffer_params *params = node->params;
  const thimble_tensor_info *output = output_info(host, node);
  const uint32_t slot_bytes = (uint32_t)(params->slots * params->depth);
  circular_buffer_record *record = host->allocate_persistent(host, node, sizeof *record + slot_bytes);
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  record->empty = output->flags & THIMBLE_TENSOR_VARIABLE ? (int8_t)output->zero_point : 0;
  begin(node);
  return THIMBLE_OK;
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_circular_buffer_params *params = node->params;
  circular_buffer_record *record = node->data;
  const int8_t *input = thimble_input(node, 0)->data;
  int8_t *output = thimble_output(node, 0)->data;
  const int32_t depth = params->depth, count = params->slots * depth;
  for (int32_t i = 0; i < count - depth; i++) record->slots[i] = record->slots[i + depth];
  for (int32_t i = 0; i < depth; i++) record->slots[count - depth + i] = input[i];
  for (int32_t i = 0; i < count; i++) output[i] = record->slots[i];
  if (--record->left > 0) return THIMBLE_ABORTED;
  record->left = params->cycles;
  return THIMBLE_OK;
}

static thimble_status reset(const thimble_host *host, thimble_node *node) {
  (void)host;
  begin(node);
  return THIMBLE_OK;
}

static const thimble_kernel circular_buffer_s8 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "circular_buffer_s8",
    .operator_name = "CIRCULAR_BUFFER",
    .types = "int8 -> int8",
    .rounding = THIMBLE_ROUNDING_NONE,
    .exactness = THIMBLE_EXACTNESS_EXACT,
    .prepare = prepare,
    .invoke = invoke,
    .reset = reset,
};

DEFINE_PACK_OF(circular_buffer_s8);

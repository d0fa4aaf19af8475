#include "arithmetic/softmax.h"

#include <thimble/params.h>

#include "kernels.h"
#include <thimble/kit/glue.h>

typedef struct {
  int32_t depth;
  int32_t rows;
  union {
    exponentials_s8 exponentials;
    thimble_multiplier factor;
    float beta;
  };
} softmax_record;

/* A record for distributions of the node's input; a node without elements has none. */
static softmax_record *allocate_record(const thimble_host *host, thimble_node *node, uint32_t bytes) {
  const thimble_softmax_params *params = node->params;
  const int32_t count = (int32_t)thimble_input_info(host, node, 0)->element_count;
  softmax_record *record = host->allocate_persistent(host, node, bytes);
  if (!record) return NULL;
  record->depth = params->depth;
  record->rows = count == 0 ? 0 : count / params->depth;
  return record;
}

static double unit_of(const thimble_host *host, const thimble_node *node) {
  const thimble_softmax_params *params = node->params;
  return (double)params->beta * (double)thimble_input_info(host, node, 0)->scale;
}

static thimble_status prepare_s8(const thimble_host *host, thimble_node *node) {
  const double unit = unit_of(host, node);
  softmax_record *record = allocate_record(host, node, sizeof *record);
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  fill_exponentials(&record->exponentials, unit);
  return THIMBLE_OK;
}

static thimble_status prepare_s16(const thimble_host *host, thimble_node *node) {
  const double unit = unit_of(host, node);
  softmax_record *record =
      allocate_record(host, node, offsetof(softmax_record, factor) + sizeof(thimble_multiplier));
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  record->factor = thimble_quantize_multiplier(unit / (10.0 / 65535.0));
  return THIMBLE_OK;
}

static thimble_status prepare_f32(const thimble_host *host, thimble_node *node) {
  softmax_record *record = allocate_record(host, node, offsetof(softmax_record, beta) + sizeof(float));
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  record->beta = ((const thimble_softmax_params *)node->params)->beta;
  return THIMBLE_OK;
}

#define SOFTMAX_KERNEL(kernel_name, from, to, from_name, to_name, accuracy, prepare_function, argument, function) \
  static thimble_status kernel_name##_invoke(const thimble_host *host, thimble_node *node) {                      \
    (void)host;                                                                                                   \
    const softmax_record *record = node->data;                                                                    \
    const from *input = thimble_input(node, 0)->data;                                                             \
    to *output = thimble_output(node, 0)->data;                                                                   \
    for (int32_t row = 0; row < record->rows; row++, input += record->depth, output += record->depth) {           \
      function(argument, input, output, record->depth);                                                           \
    }                                                                                                             \
    return THIMBLE_OK;                                                                                            \
  }                                                                                                               \
  const thimble_kernel kernel_name = {                                                                            \
      .struct_size = sizeof(thimble_kernel),                                                                      \
      .name = #kernel_name,                                                                                       \
      .operator_name = "SOFTMAX",                                                                                 \
      .types = from_name " -> " to_name,                                                                          \
      accuracy,                                                                                                   \
      .prepare = prepare_function,                                                                                \
      .invoke = kernel_name##_invoke,                                                                             \
  }

SOFTMAX_KERNEL(softmax_s8, int8_t, int8_t, "int8", "int8", THIMBLE_EXACT_REQUANTIZED, prepare_s8,
               &record->exponentials, softmax_row_s8);
SOFTMAX_KERNEL(softmax_s8_s16, int8_t, int16_t, "int8", "int16", THIMBLE_EXACT_REQUANTIZED, prepare_s8,
               &record->exponentials, softmax_row_s8_s16);
SOFTMAX_KERNEL(softmax_s16, int16_t, int16_t, "int16", "int16", THIMBLE_EXACT_REQUANTIZED, prepare_s16,
               record->factor, softmax_row_s16);
SOFTMAX_KERNEL(softmax_f32, float, float, "float32", "float32", THIMBLE_WITHIN_TOLERANCE, prepare_f32, record->beta,
               softmax_row_f32);

#include "reduce_kernel.h"

#include <thimble/kit/reduce.h>
#include <thimble/params.h>

#include "../arithmetic/fill.h"
#include "../arithmetic/store_sums.h"

typedef struct {
  thimble_reduction shape;
  thimble_sum_storage storage;
  /* What float sums are divided by. */
  double divisor;
} sums_record;

static thimble_reduction reduction_of(const thimble_node *node) {
  const thimble_reduce_params *params = node->params;
  const thimble_tensor *input = thimble_input(node, 0);
  return thimble_reduction_of(input->rank, input->dims, params->reduced);
}

static thimble_status prepare_sums(const thimble_host *host, thimble_node *node, int is_mean) {
  const int is_float = thimble_input(node, 0)->type == THIMBLE_TYPE_FLOAT32;
  const thimble_reduction shape = reduction_of(node);
  sums_record values = {.shape = shape, .divisor = is_mean && shape.count > 0 ? shape.count : 1};
  if (!is_float) values.storage = thimble_sum_storage_of(host, node, shape.count, is_mean);
  sums_record *record = host->allocate_persistent(host, node, sizeof *record);
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  *record = values;
  return host->request_scratch(host, node, (uint32_t)shape.outputs * (is_float ? sizeof(double) : sizeof(int32_t)));
}

thimble_status mean_prepare(const thimble_host *host, thimble_node *node) { return prepare_sums(host, node, 1); }
thimble_status sum_prepare(const thimble_host *host, thimble_node *node) { return prepare_sums(host, node, 0); }

static void sum_up(const thimble_node *node, int32_t element_bytes, int32_t sum_bytes, thimble_reduce_rows f) {
  const sums_record *record = node->data;
  __builtin_memset(node->scratch, 0, (uint32_t)(record->shape.outputs * sum_bytes));
  thimble_reduce(&record->shape, thimble_input(node, 0)->data, element_bytes, node->scratch, sum_bytes, f);
}

thimble_status sums_invoke_s8(const thimble_host *host, thimble_node *node) {
  (void)host;
  const sums_record *record = node->data;
  int8_t *output = thimble_output(node, 0)->data;
  sum_up(node, sizeof(int8_t), sizeof(int32_t), sum_rows_s8);
  if (record->shape.count > 0) {
    store_sums_s8(&record->storage, node->scratch, output, record->shape.outputs);
  } else {
    __builtin_memset(output, 0, (uint32_t)record->shape.outputs);
  }
  return THIMBLE_OK;
}

thimble_status sums_invoke_s16(const thimble_host *host, thimble_node *node) {
  (void)host;
  const sums_record *record = node->data;
  int16_t *output = thimble_output(node, 0)->data;
  sum_up(node, sizeof(int16_t), sizeof(int32_t), sum_rows_s16);
  if (record->shape.count > 0) {
    store_sums_s16(&record->storage, node->scratch, output, record->shape.outputs);
  } else {
    __builtin_memset(output, 0, (uint32_t)record->shape.outputs * sizeof(int16_t));
  }
  return THIMBLE_OK;
}

thimble_status sums_invoke_f32(const thimble_host *host, thimble_node *node) {
  (void)host;
  const sums_record *record = node->data;
  const double *sums = node->scratch;
  float *output = thimble_output(node, 0)->data;
  sum_up(node, sizeof(float), sizeof(double), sum_rows_f32);
  for (int32_t i = 0; i < record->shape.outputs; i++) output[i] = (float)(sums[i] / record->divisor);
  return THIMBLE_OK;
}

thimble_status extreme_prepare(const thimble_host *host, thimble_node *node) {
  const thimble_reduction shape = reduction_of(node);
  thimble_reduction *record = host->allocate_persistent(host, node, sizeof *record);
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  *record = shape;
  return THIMBLE_OK;
}

thimble_status reduce_into_output(const thimble_node *node, const void *initial, int32_t element_bytes,
                                  thimble_reduce_rows f) {
  const thimble_reduction *shape = node->data;
  int8_t *output = thimble_output(node, 0)->data;
  fill_elements(output, initial, element_bytes, shape->outputs * element_bytes);
  thimble_reduce(shape, thimble_input(node, 0)->data, element_bytes, output, element_bytes, f);
  return THIMBLE_OK;
}

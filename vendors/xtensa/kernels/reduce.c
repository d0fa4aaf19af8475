#include <thimble/kit/reduce.h>

#include "kernels.h"
#include "shared/requantize.h"

/* Adds a run of neighbours to one sum: products with 1. */
static void add_run(const int8_t *input, int32_t length, int32_t *sum) {
  const hifi_int16x4 ones = hifi_movda16(1);
  int64_t total = hifi_l32(sum);
  for (int32_t i = 0; i < length; i += 4)
    total = hifi_mulaaaaq16(total, hifi_load_up_to_4(input + i, length - i), ones);
  hifi_s32(hifi_movad32_l(total), sum);
}

/* Adds neighbours to as many sums. */
static void add_each(const int8_t *input, int32_t length, int32_t *sums) {
  const hifi_int16x4 ones = hifi_movda16(1);
  for (int32_t i = 0; i < length; i += 4) {
    const int32_t left = length - i, count = left < 4 ? left : 4;
    const hifi_int16x4 lanes = hifi_load_up_to_4(input + i, left);
    hifi_store_up_to_4_s32(hifi_mula16x4(hifi_load_up_to_4_s32(sums + i, count), lanes, ones), sums + i, count);
  }
}

/* The run's elements are neighbours: it is the innermost dimension that has several. */
static void sum_rows(const thimble_reduction *shape, const void *from, void *to) {
  const int8_t *input = from;
  int32_t *sums = to;
  for (int32_t y = 0; y < shape->rows.extent; y++) {
    if (shape->run.second_step == 0) add_run(input, shape->run.extent, sums);
    else add_each(input, shape->run.extent, sums);
    input += shape->rows.first_step;
    sums += shape->rows.second_step;
  }
}

static void store_sums(const thimble_reduced_sums *record, const int32_t *sums, int8_t *output) {
  const thimble_sum_storage *storage = &record->storage;
  const hifi_scaling by = scaling_of(&storage->factor);
  const int32_t offset = hifi_neg(storage->sum_offset);
  for (int32_t i = 0; i < record->shape.outputs; i++) {
    const int32_t scaled = requantize(hifi_add(hifi_l32(&sums[i]), offset), &by);
    hifi_s8(clamp_output(scaled, &storage->output), output + i);
  }
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_reduced_sums *record = node->data;
  int8_t *output = thimble_output(node, 0)->data;
  int32_t *sums = node->scratch;
  const int32_t outputs = record->shape.outputs;
  for (int32_t i = 0; i < outputs; i++) hifi_s32(0, &sums[i]);
  thimble_reduce(&record->shape, thimble_input(node, 0)->data, sizeof *output, sums, sizeof *sums, sum_rows);
  if (record->shape.count > 0) {
    store_sums(record, sums, output);
    return THIMBLE_OK;
  }
  /* The sum of nothing is stored as 0. */
  for (int32_t i = 0; i < outputs; i++) hifi_s8(0, output + i);
  return THIMBLE_OK;
}

static thimble_status prepare_mean(const thimble_host *host, thimble_node *node) {
  return thimble_prepare_sums(host, node, 1);
}

static thimble_status prepare_sum(const thimble_host *host, thimble_node *node) {
  return thimble_prepare_sums(host, node, 0);
}

THIMBLE_KERNEL(mean_s8, "MEAN", "int8, int32 -> int8", THIMBLE_EXACT_REQUANTIZED, .prepare = prepare_mean, .invoke = invoke);
THIMBLE_KERNEL(sum_s8, "SUM", "int8, int32 -> int8", THIMBLE_EXACT_REQUANTIZED, .prepare = prepare_sum, .invoke = invoke);

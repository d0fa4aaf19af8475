/* Reductions: the way over the input, and what turns sums into MEAN and SUM. */
#ifndef THIMBLE_KIT_REDUCE_H
#define THIMBLE_KIT_REDUCE_H

#include <thimble/params.h>

#include "dimensions.h"
#include "output_quantization.h"

/**
 * The way of a reduction over its input, in the input's order: runs of neighbours, rows of runs, and what is around
 * them. First steps go through the input, second steps through the accumulators, one an output: 0 where a dimension is
 * reduced. A run is reduced to one accumulator, or its rows are to a run of accumulators.
 */
typedef struct thimble_reduction {
  thimble_dimensions outer;
  thimble_dimension rows;
  thimble_dimension run;
  /** Number of accumulators. */
  int32_t outputs;
  /** Elements that make up one output. */
  int32_t count;
} thimble_reduction;

/** Adds the rows at `input` to the accumulators. */
typedef void (*thimble_reduce_rows)(const thimble_reduction *shape, const void *input, void *accumulators);

/** `reduced` tells for each dimension whether it is reduced. */
static inline thimble_reduction thimble_reduction_of(int32_t rank, const int32_t *dims, const thimble_bool *reduced) {
  thimble_reduction shape = {.outputs = 1, .count = 1};
  int32_t input_steps[THIMBLE_MAX_RANK], output_steps[THIMBLE_MAX_RANK];
  int32_t input_step = 1;
  for (int32_t i = rank - 1; i >= 0; i--) {
    input_steps[i] = input_step;
    output_steps[i] = reduced[i] ? 0 : shape.outputs;
    input_step *= dims[i];
    *(reduced[i] ? &shape.count : &shape.outputs) *= dims[i];
  }
  for (int32_t i = 0; i < rank; i++) thimble_add_dimension(&shape.outer, dims[i], input_steps[i], output_steps[i]);
  shape.run = thimble_take_innermost(&shape.outer);
  /* What is around a run that is kept is reduced: otherwise it would have been joined with it. */
  shape.rows = shape.run.second_step == 0 ? (thimble_dimension){1, 0, 0} : thimble_take_innermost(&shape.outer);
  return shape;
}

/** Hands all rows of the input to the function. */
static inline void thimble_reduce(const thimble_reduction *shape, const void *input, int32_t element_bytes,
                                  void *accumulators, int32_t accumulator_bytes, thimble_reduce_rows f) {
  thimble_walk at = {0};
  if (shape->run.extent == 0) return;
  do {
    f(shape, (const int8_t *)input + at.first * element_bytes, (int8_t *)accumulators + at.second * accumulator_bytes);
  } while (thimble_walk_on(&at, &shape->outer));
}

/** What turns a sum of stored numbers into a stored sum, or mean. */
typedef struct thimble_sum_storage {
  /** Zero point of the input times the number of elements. */
  int32_t sum_offset;
  thimble_multiplier factor;
  thimble_output_quantization output;
} thimble_sum_storage;

/** factor / count: the multiplier is shifted up by the bits of the count first, as far as the shift allows. */
static inline thimble_multiplier thimble_divide_factor(thimble_multiplier factor, int32_t count) {
  const int32_t of_count = 31 - __builtin_clz((uint32_t)count);
  const int32_t bits = of_count < 31 + factor.shift ? of_count : 31 + factor.shift;
  const int64_t shifted = (int64_t)factor.multiplier << bits;
  return (thimble_multiplier){(int32_t)(shifted / count), factor.shift - bits};
}

/** [prepare] Of a MEAN or SUM of `count` elements an output. */
static inline thimble_sum_storage thimble_sum_storage_of(const thimble_host *host, const thimble_node *node,
                                                         int32_t count, int32_t is_mean) {
  const thimble_tensor_info *input = thimble_input_info(host, node, 0), *output = thimble_output_info(host, node, 0);
  const thimble_multiplier factor = thimble_quantize_multiplier((double)input->scale / (double)output->scale);
  return (thimble_sum_storage){
      .sum_offset = (int32_t)((uint32_t)input->zero_point * (uint32_t)count),
      .factor = is_mean && count > 0 ? thimble_divide_factor(factor, count) : factor,
      .output = thimble_output_quantization_of(host, node, THIMBLE_ACTIVATION_NONE),
  };
}

/** The stored output for a sum. */
static inline int32_t thimble_store_reduced(int32_t sum, const thimble_sum_storage *storage) {
  const uint32_t centered = (uint32_t)sum - (uint32_t)storage->sum_offset;
  return thimble_store(thimble_requantize((int32_t)centered, storage->factor), &storage->output);
}

/** What is in the record of a MEAN or SUM; float sums are divided by `divisor`. */
typedef struct thimble_reduced_sums {
  thimble_reduction shape;
  thimble_sum_storage storage;
  float divisor;
} thimble_reduced_sums;

/** [prepare, once] A `thimble_reduced_sums`, and scratch for a sum of 32 bits for each output. */
static inline thimble_status thimble_prepare_sums(const thimble_host *host, thimble_node *node, int32_t is_mean) {
  const thimble_reduce_params *params = node->params;
  const thimble_tensor *input = thimble_input(node, 0);
  const thimble_reduction shape = thimble_reduction_of(input->rank, input->dims, params->reduced);
  thimble_reduced_sums record = {.shape = shape, .divisor = is_mean && shape.count > 0 ? (float)shape.count : 1};
  if (input->type != THIMBLE_TYPE_FLOAT32)
    record.storage = thimble_sum_storage_of(host, node, shape.count, is_mean);
  const thimble_status status = thimble_keep_record(host, node, &record, sizeof record);
  if (status != THIMBLE_OK || shape.outputs == 0) return status;
  return host->request_scratch(host, node, (uint32_t)shape.outputs * 4);
}

#endif

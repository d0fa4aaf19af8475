/* MEAN and SUM: their prepare. */
#ifndef THIMBLE_KIT_REDUCE_H
#define THIMBLE_KIT_REDUCE_H

#include <thimble/params.h>

#include "glue.h"
#include "reduction.h"

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

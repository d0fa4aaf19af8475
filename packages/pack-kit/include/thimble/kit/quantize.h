/* QUANTIZE and DEQUANTIZE: floats to stored numbers and back, and the prepares. */
#ifndef THIMBLE_KIT_QUANTIZE_H
#define THIMBLE_KIT_QUANTIZE_H

#include "rescale.h"

/** What is in the record of a QUANTIZE of floats, and of a DEQUANTIZE. */
typedef struct thimble_quantize {
  float scale;
  int32_t zero_point;
  thimble_range range;
  int32_t count;
} thimble_quantize;

/** x / scale in float, half away from zero; NaN becomes the zero point. */
static inline int32_t thimble_quantized(float x, const thimble_quantize *by) {
  return x == x ? thimble_quantized_bound(x, by->scale, by->zero_point, by->range) : by->zero_point;
}

/** scale * (stored - zero_point), rounded once for numbers of up to 16 bits. */
static inline float thimble_dequantized(int32_t stored, const thimble_quantize *by) {
  return by->scale * (float)(stored - by->zero_point);
}

/** [prepare, once] Of floats: a `thimble_quantize` of the output as record. */
static inline thimble_status thimble_prepare_quantize(const thimble_host *host, thimble_node *node) {
  const thimble_tensor_info *info = thimble_output_info(host, node, 0);
  const thimble_range range = thimble_stored_range(thimble_output(node, 0)->type);
  const thimble_quantize record = {info->scale, info->zero_point, range, (int32_t)info->element_count};
  return thimble_keep_record(host, node, &record, sizeof record);
}

/** [prepare, once] Of integers: a `thimble_rescaling` as record. */
static inline thimble_status thimble_prepare_requantize(const thimble_host *host, thimble_node *node) {
  const thimble_rescaling record = thimble_requantization_of(host, node);
  return thimble_keep_record(host, node, &record, sizeof record);
}

/** [prepare, once] Of a DEQUANTIZE: a `thimble_quantize` of the input as record. */
static inline thimble_status thimble_prepare_dequantize(const thimble_host *host, thimble_node *node) {
  const thimble_tensor_info *info = thimble_input_info(host, node, 0);
  const thimble_range range = thimble_stored_range(thimble_input(node, 0)->type);
  const thimble_quantize record = {info->scale, info->zero_point, range, (int32_t)info->element_count};
  return thimble_keep_record(host, node, &record, sizeof record);
}

#endif

/* A constant bias of any integer type. */
#ifndef WASM_SIMD_WEIGHTS_BIAS_H
#define WASM_SIMD_WEIGHTS_BIAS_H

#include "weights_tensors.h"

static inline int64_t bias_at(const weights_tensors *tensors, int32_t channel) {
  const void *data = tensors->bias->data;
  if (tensors->bias->type == THIMBLE_TYPE_INT64) return ((const int64_t *)data)[channel];
  if (tensors->bias->type == THIMBLE_TYPE_INT32) return ((const int32_t *)data)[channel];
  return ((const int16_t *)data)[channel];
}

#endif

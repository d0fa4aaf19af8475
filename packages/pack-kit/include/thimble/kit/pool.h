/* AVERAGE_POOL_2D and MAX_POOL_2D: their prepare. */
#ifndef THIMBLE_KIT_POOL_H
#define THIMBLE_KIT_POOL_H

#include "activation_range.h"
#include "glue.h"
#include "windows.h"

/** A pool of stored numbers has a `range`, one of floats a `clamp`. */
typedef struct thimble_pool {
  thimble_windows windows;
  thimble_range range;
  thimble_range_f32 clamp;
} thimble_pool;

/** [prepare, once] A `thimble_pool` as record. */
static inline thimble_status thimble_prepare_pool(const thimble_host *host, thimble_node *node) {
  const thimble_pool_2d_params *params = node->params;
  const thimble_tensor *input = thimble_input(node, 0);
  const thimble_tensor_info *output = thimble_output_info(host, node, 0);
  thimble_pool pool = {
      .windows = thimble_windows_of(input, &params->height, &params->width),
      .clamp = thimble_activation_range_f32(params->activation),
  };
  if (input->type != THIMBLE_TYPE_FLOAT32)
    pool.range = thimble_activation_range(params->activation, input->type, output->scale, output->zero_point);
  return thimble_keep_record(host, node, &pool, sizeof pool);
}

#endif

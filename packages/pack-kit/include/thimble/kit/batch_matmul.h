/* BATCH_MATMUL: the way over its pairs of matrices, what becomes of sums of products, and its prepares. */
#ifndef THIMBLE_KIT_BATCH_MATMUL_H
#define THIMBLE_KIT_BATCH_MATMUL_H

#include <thimble/params.h>

#include "binary.h"

/** Pairs of matrices x [rows, depth] and y [depth, columns], however they are stored. Steps count elements. */
typedef struct thimble_matrices {
  /** First steps go from one matrix of x to the next, second steps through those of y. Empty if there are no outputs. */
  thimble_dimensions pairs;
  int32_t rows;
  int32_t columns;
  int32_t depth;
  /** From an element of x to the next one of its row, and of its column; the same of y. */
  int32_t x_across;
  int32_t x_down;
  int32_t y_across;
  int32_t y_down;
} thimble_matrices;

/** What is in the record of a BATCH_MATMUL; floats have no quantization. */
typedef struct thimble_batch_matmul {
  thimble_matrices matrices;
  int32_t x_offset;
  int32_t y_offset;
  thimble_multiplier factor;
  thimble_output_quantization output;
} thimble_batch_matmul;

/** [prepare] The matrices are in the last two dimensions; the others broadcast. */
static inline thimble_matrices thimble_matrices_of(const thimble_host *host, const thimble_node *node) {
  const thimble_batch_matmul_params *params = node->params;
  const thimble_tensor *x = thimble_input(node, 0), *y = thimble_input(node, 1);
  const int32_t *x_extents = x->dims + x->rank - 2, *y_extents = y->dims + y->rank - 2;
  const int32_t rank = x->rank > y->rank ? x->rank : y->rank;
  thimble_matrices matrices = {
      .pairs = thimble_broadcast_dimensions(x, y, rank - 2),
      .rows = x_extents[params->adjoint_x],
      .columns = y_extents[!params->adjoint_y],
      .depth = x_extents[!params->adjoint_x],
      .x_across = params->adjoint_x ? x_extents[1] : 1,
      .x_down = params->adjoint_x ? 1 : x_extents[1],
      .y_across = params->adjoint_y ? y_extents[1] : 1,
      .y_down = params->adjoint_y ? 1 : y_extents[1],
  };
  if (thimble_output_info(host, node, 0)->element_count == 0) matrices.pairs.is_empty = 1;
  return matrices;
}

/** [prepare, once] A `thimble_batch_matmul` as record. The reference rounds the product of the scales to float. */
static inline thimble_status thimble_prepare_batch_matmul(const thimble_host *host, thimble_node *node) {
  const thimble_tensor_info *x = thimble_input_info(host, node, 0), *y = thimble_input_info(host, node, 1);
  const float product = x->scale * y->scale;
  const thimble_batch_matmul record = {
      .matrices = thimble_matrices_of(host, node),
      .x_offset = thimble_offset_of(x),
      .y_offset = thimble_offset_of(y),
      .factor = thimble_quantize_multiplier((double)product / (double)thimble_output_info(host, node, 0)->scale),
      .output = thimble_output_quantization_of(host, node, THIMBLE_ACTIVATION_NONE),
  };
  return thimble_keep_record(host, node, &record, sizeof record);
}

/** [prepare, once] That of floats. */
static inline thimble_status thimble_prepare_batch_matmul_f32(const thimble_host *host, thimble_node *node) {
  const thimble_batch_matmul record = {.matrices = thimble_matrices_of(host, node)};
  return thimble_keep_record(host, node, &record, sizeof record);
}

#endif

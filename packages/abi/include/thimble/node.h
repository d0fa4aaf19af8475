/* One node of the graph. */
#ifndef THIMBLE_NODE_H
#define THIMBLE_NODE_H

#include "tensor.h"

/**
 * One node of the graph, as kernels get it: the host has checked it against its operator's definition, so that counts,
 * types, shapes and parameters hold and agree. The record belongs to the host and lives as long as the interpreter.
 */
typedef struct thimble_node {
  uint16_t struct_size;
  uint16_t input_count;
  uint16_t output_count;
  uint16_t intermediate_count;
  /** In the model's order; NULL for an optional input that is left out. */
  const thimble_tensor *const *inputs;
  thimble_tensor *const *outputs;
  thimble_tensor *const *intermediates;
  /** The operator's parameters, a struct of params.h: `thimble_conv_2d_params` for CONV_2D. NULL if it has none. */
  const void *params;
  /**
   * The kernel's own record, from the host's `allocate_persistent`; NULL before. It holds no address (neither of memory
   * nor of a function): a prepared image may be moved to another base, or to a device.
   */
  void *data;
  /** Repacked constants, from `allocate_constants`; NULL before. Written in prepare, read in invoke; no address in it. */
  const void *constants;
  /** [invoke] What `request_scratch` asked for: unspecified content, the node's own while it runs. NULL otherwise. */
  void *scratch;
} thimble_node;

/** Where a node stands: asked for with the host's `node_info`, valid until supports or prepare returns. */
typedef struct thimble_node_info {
  uint32_t struct_size;
  /** Position among the nodes of its subgraph. */
  uint32_t index;
  /** Position of its subgraph in the model. */
  uint32_t subgraph;
  /** The version of the operator that the model uses. */
  uint32_t operator_version;
  /** Bytes at `custom_options`. */
  uint32_t custom_options_length;
  /**
   * The options of a custom operator that the host has no definition of; NULL for all others, whose options are
   * `params`.
   */
  const uint8_t *custom_options;
} thimble_node_info;

THIMBLE_FREEZE(thimble_node, 36, scratch, 32);
THIMBLE_FREEZE(thimble_node_info, 24, custom_options, 20);

/** An input that the operator requires. */
static inline const thimble_tensor *thimble_input(const thimble_node *node, uint32_t index) {
  return node->inputs[index];
}

/** An input that may be left out: NULL then. */
static inline const thimble_tensor *thimble_optional_input(const thimble_node *node, uint32_t index) {
  return index < node->input_count ? node->inputs[index] : NULL;
}

static inline thimble_tensor *thimble_output(const thimble_node *node, uint32_t index) {
  return node->outputs[index];
}

#endif

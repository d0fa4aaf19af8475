/* A kernel: one implementation of one operator for some types. */
#ifndef THIMBLE_KERNEL_H
#define THIMBLE_KERNEL_H

#include "host.h"

/**
 * A kernel describes itself in constant memory. It has no state: what a node needs between prepare and invoke is in
 * the node's record, its constants and its scratch.
 *
 * Life cycle: supports (may it have the node?), prepare once, then any number of invoke and reset. A kernel computes
 * the reference's answer or declines the node: a precondition is checked in supports, never only documented.
 */
typedef struct thimble_kernel {
  uint32_t struct_size;
  /** Operator, then element types: "conv_2d_s8". Unique in its pack; [a-z0-9_], at most 63 characters. */
  const char *name;
  /**
   * The builtin operator's name ("CONV_2D"), or a custom operator's code. Where the host has no definition of a custom
   * operator, nodes are checked for types only, and options are the model's bytes (`thimble_node_info`).
   */
  const char *operator_name;
  /**
   * Accepted tensor types: inputs, an arrow, outputs: "int8, int8, int32? -> int8". `?` marks an input that may be left
   * out, `a|b` alternatives, `any` every type, `...` behind the last that it may repeat.
   */
  const char *types;
  /** Newest operator version that the kernel knows. 0: whichever the host knows. */
  uint32_t max_operator_version;
  thimble_rounding rounding;
  thimble_exactness exactness;
  /** Bit i: output 0 may lie where input i lies. Default is 0. */
  uint32_t in_place;
  /**
   * THIMBLE_OK or THIMBLE_DECLINED. Reads the node, changes nothing. (optional) Default is to take every node whose types
   * fit.
   */
  thimble_status (*supports)(const thimble_host *host, const thimble_node *node);
  /** Computes what invoke needs and asks for memory. (optional) Default is to need none. */
  thimble_status (*prepare)(const thimble_host *host, thimble_node *node);
  /** Computes the outputs: THIMBLE_OK or THIMBLE_ABORTED. No allocation; what can fail failed in prepare. */
  thimble_status (*invoke)(const thimble_host *host, thimble_node *node);
  /** Returns the node's record to what it was after prepare. Variable tensors are reset by the host. (optional) */
  thimble_status (*reset)(const thimble_host *host, thimble_node *node);
} thimble_kernel;

THIMBLE_FREEZE(thimble_kernel, 48, reset, 44);

#endif

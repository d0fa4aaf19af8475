/* Filters over windows. */
#ifndef ARM_CONV_H
#define ARM_CONV_H

#include <thimble/kit/windows.h>

#include "channels.h"

/* A node's record. */
typedef struct arm_conv {
  thimble_windows windows;
  arm_outputs outputs;
  int32_t channels;
  /* Elements of a filter, and of one row of it. */
  int32_t filter_size;
  int32_t filter_row;
  /* Elements of a filter of int4, which is unpacked into scratch; 0 of others. */
  int32_t packed_weights;
  /* Pixels of a layer whose filters see one pixel each, which follow each other in the input; else 0. */
  int32_t pixels;
  /* What lies beside the input. */
  int8_t padding;
} arm_conv;

typedef struct arm_conv_data {
  const int8_t *input;
  /* Filter after filter, rows of windows each. */
  const int8_t *filter;
  const arm_channel *channels;
  int8_t *output;
  void *scratch;
} arm_conv_data;

/* [prepare, once] Keeps the record and asks for scratch. */
thimble_status arm_keep_conv(const thimble_host *host, thimble_node *node, const arm_conv *conv);

/* [invoke] All outputs of a node with these filters, as the record says. */
thimble_status arm_invoke_conv(const thimble_node *node, const int8_t *filter);

/* All outputs of a layer. */
void arm_conv_s8(const arm_conv *conv, const arm_conv_data *data);

/* Bytes of scratch. */
uint32_t arm_conv_scratch_bytes(const arm_conv *conv);

#endif

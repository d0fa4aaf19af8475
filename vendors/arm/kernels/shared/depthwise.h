/*
 * DEPTHWISE_CONV_2D with filters of 3x3 in strides of 1 or 2 columns: some channels at a time are laid out as planes in
 * scratch, with what lies beside the input, and each plane is gone over some outputs at a time.
 */
#ifndef ARM_DEPTHWISE_H
#define ARM_DEPTHWISE_H

#include <thimble/kit/windows.h>

#include "channels.h"
#include "plane.h"

enum { ARM_TAPS = 3 };

/* A node's record. */
typedef struct arm_depthwise {
  thimble_windows windows;
  arm_outputs outputs;
  /* Output rows that are computed from one set of planes. */
  int32_t band;
  /* Rows of a plane, and elements of a row: even. */
  int32_t rows;
  int32_t columns;
  /* What lies beside the input. */
  int8_t padding;
} arm_depthwise;

typedef struct arm_depthwise_data {
  const int8_t *input;
  const arm_channel *channels;
  const arm_taps *taps;
  int8_t *output;
  arm_element *planes;
} arm_depthwise_data;

void arm_depthwise_conv_3x3_s8(const arm_depthwise *conv, const arm_depthwise_data *data);

#endif

/*
 * Phases of a TRANSPOSE_CONV: outputs a stride apart, in both dimensions, are reached by the same taps. They are a
 * convolution in strides of 1 with these taps in reverse, whose outputs go a stride apart.
 */
#ifndef ARM_PHASE_H
#define ARM_PHASE_H

#include <thimble/kit/window.h>
#include <thimble/tensor.h>

typedef struct arm_phase {
  /* Its first output. */
  int32_t y;
  int32_t x;
  /* A window that moves over the input, in the order of the phase's outputs. */
  thimble_window height;
  thimble_window width;
} arm_phase;

/* Whether each phase has taps: strides of up to eight, and not longer than the filter. */
thimble_bool arm_has_phases(const thimble_transpose_conv_params *params);

/* Phases of a node: they are numbered as their first outputs lie. */
int32_t arm_phase_count(const thimble_transpose_conv_params *params);

/* [prepare] Phase `i` of a node with these outputs. */
arm_phase arm_phase_of(const thimble_transpose_conv_params *params, const thimble_tensor *output, int32_t i);

/* [prepare] Stores a phase's taps of one filter, each of `depth` weights. */
void arm_store_taps(const thimble_transpose_conv_params *params, const arm_phase *phase, const int8_t *filter,
                    int32_t depth, int8_t *to);

#endif

/* PAD and PADV2 in one go over the output: what is around the input is filled in between its runs. */
#ifndef ARM_PAD_H
#define ARM_PAD_H

#include <thimble/kit/selection.h>

/* [supports] Declines short runs. */
thimble_status arm_supports_pad(const thimble_host *host, const thimble_node *node);

/* [invoke] All outputs. */
thimble_status arm_invoke_pad(const thimble_host *host, thimble_node *node);

/* A kernel of one element type. */
#define ARM_PAD_KERNEL(kernel_name, operator, element)                                                              \
  THIMBLE_KERNEL(kernel_name, operator, element ", int32, " element "? -> " element, THIMBLE_EXACT_AS_STORED,      \
                 .supports = arm_supports_pad, .prepare = thimble_pad_prepare, .invoke = arm_invoke_pad)

#endif

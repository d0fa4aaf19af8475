/* Every kernel of the pack, in order of priority. */
#ifndef XTENSA_KERNELS_H
#define XTENSA_KERNELS_H

#include <thimble/kernel.h>

#define KERNELS(KERNEL)         \
  KERNEL(add_s8)                \
  KERNEL(average_pool_2d_s8)    \
  KERNEL(conv_2d_s8)            \
  KERNEL(depthwise_conv_2d_s8)  \
  KERNEL(fully_connected_s8)    \
  KERNEL(max_pool_2d_s8)

#define DECLARE_KERNEL(name) extern const thimble_kernel name;
KERNELS(DECLARE_KERNEL)
#undef DECLARE_KERNEL

/** Sums are rounded once, as HiFi's 64-bit products are. */
#define EXACT_ROUNDED_ONCE .rounding = THIMBLE_ROUNDING_SINGLE, .exactness = THIMBLE_EXACTNESS_EXACT

#endif

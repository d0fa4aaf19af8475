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
  KERNEL(leaky_relu_s8)         \
  KERNEL(max_pool_2d_s8)        \
  KERNEL(mean_s8)               \
  KERNEL(quantize_s8_s8)        \
  KERNEL(sum_s8)                \
  KERNEL(svdf_s8)               \
  KERNEL(svdf_s8_s16)           \
  KERNEL(transpose_conv_s8)

#define DECLARE_KERNEL(name) extern const thimble_kernel name;
KERNELS(DECLARE_KERNEL)
#undef DECLARE_KERNEL

/** Sums are rounded once, as HiFi's 64-bit products are. */
#define EXACT_ROUNDED_ONCE .rounding = THIMBLE_ROUNDING_SINGLE, .exactness = THIMBLE_EXACTNESS_EXACT

#endif

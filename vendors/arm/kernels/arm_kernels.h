/* The pack's own kernels, in order of priority. */
#ifndef ARM_KERNELS_H
#define ARM_KERNELS_H

#include <thimble/kernel.h>

#define ARM_KERNELS(KERNEL)            \
  KERNEL(arm_add_s8)                   \
  KERNEL(arm_average_pool_2d_s8)       \
  KERNEL(arm_batch_matmul_s8)          \
  KERNEL(arm_conv_2d_s16)              \
  KERNEL(arm_conv_2d_s8)               \
  KERNEL(arm_depthwise_conv_2d_1_s8)   \
  KERNEL(arm_depthwise_conv_2d_3x3_s8) \
  KERNEL(arm_depthwise_conv_2d_s16)    \
  KERNEL(arm_depthwise_conv_2d_s8)     \
  KERNEL(arm_fully_connected_s16)      \
  KERNEL(arm_fully_connected_s8)       \
  KERNEL(arm_max_pool_2d_s8)           \
  KERNEL(arm_maximum_s8)               \
  KERNEL(arm_minimum_s8)               \
  KERNEL(arm_mul_s8)                   \
  KERNEL(arm_pad_f32)                  \
  KERNEL(arm_pad_s16)                  \
  KERNEL(arm_pad_s8)                   \
  KERNEL(arm_padv2_f32)                \
  KERNEL(arm_padv2_s16)                \
  KERNEL(arm_padv2_s8)                 \
  KERNEL(arm_softmax_s8)               \
  KERNEL(arm_softmax_s8_s16)           \
  KERNEL(arm_svdf_s8)                  \
  KERNEL(arm_transpose_any)            \
  KERNEL(arm_transpose_conv_s8)        \
  KERNEL(arm_unidirectional_sequence_lstm_s8)

#define DECLARE_KERNEL(name) extern const thimble_kernel name;
ARM_KERNELS(DECLARE_KERNEL)
#undef DECLARE_KERNEL

#endif

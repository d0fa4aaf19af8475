/* Every kernel of the pack, in order of priority. */
#ifndef XTENSA_KERNELS_H
#define XTENSA_KERNELS_H

#include <thimble/kernel.h>

#if !defined(THIMBLE_SINGLE_ROUNDING)
#error "HiFi's products are rounded once: the pack's flags need -DTHIMBLE_SINGLE_ROUNDING"
#endif

#define KERNELS(KERNEL)                   \
  KERNEL(add_s8)                          \
  KERNEL(add_s16)                         \
  KERNEL(average_pool_2d_s8)              \
  KERNEL(conv_2d_s8)                      \
  KERNEL(conv_2d_s16)                     \
  KERNEL(depthwise_conv_2d_s8)            \
  KERNEL(depthwise_conv_2d_s16)           \
  KERNEL(dequantize_s8)                   \
  KERNEL(dequantize_u8)                   \
  KERNEL(dequantize_s16)                  \
  KERNEL(fully_connected_s8)              \
  KERNEL(fully_connected_s16)             \
  KERNEL(hard_swish_s8)                   \
  KERNEL(leaky_relu_s8)                   \
  KERNEL(leaky_relu_s16)                  \
  KERNEL(logistic_s8)                     \
  KERNEL(logistic_s16)                    \
  KERNEL(logistic_f32)                    \
  KERNEL(max_pool_2d_s8)                  \
  KERNEL(mean_s8)                         \
  KERNEL(pad_s8)                          \
  KERNEL(pad_s16)                         \
  KERNEL(pad_s32)                         \
  KERNEL(pad_f32)                         \
  KERNEL(padv2_s8)                        \
  KERNEL(padv2_s16)                       \
  KERNEL(padv2_s32)                       \
  KERNEL(padv2_f32)                       \
  KERNEL(quantize_f32_s8)                 \
  KERNEL(quantize_f32_u8)                 \
  KERNEL(quantize_f32_s16)                \
  KERNEL(quantize_s8_s8)                  \
  KERNEL(quantize_s8_u8)                  \
  KERNEL(quantize_s8_s16)                 \
  KERNEL(quantize_s8_s32)                 \
  KERNEL(quantize_u8_s8)                  \
  KERNEL(quantize_s16_s8)                 \
  KERNEL(quantize_s16_s16)                \
  KERNEL(quantize_s16_s32)                \
  KERNEL(reshape_any)                     \
  KERNEL(softmax_s8)                      \
  KERNEL(softmax_s8_s16)                  \
  KERNEL(softmax_s16)                     \
  KERNEL(strided_slice_any)               \
  KERNEL(sub_s8)                          \
  KERNEL(sub_s16)                         \
  KERNEL(sum_s8)                          \
  KERNEL(svdf_s8)                         \
  KERNEL(svdf_s8_s16)                     \
  KERNEL(tanh_s8)                         \
  KERNEL(tanh_s16)                        \
  KERNEL(transpose_conv_s8)               \
  KERNEL(transpose_conv_s16)              \
  KERNEL(unidirectional_sequence_lstm_s8) \
  KERNEL(unidirectional_sequence_lstm_s16)

#define DECLARE_KERNEL(name) extern const thimble_kernel name;
KERNELS(DECLARE_KERNEL)
#undef DECLARE_KERNEL

#endif

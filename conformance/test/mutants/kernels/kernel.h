/* What the kernels of this folder share. Each of them is the only one of its pack. */
#ifndef KERNEL_H
#define KERNEL_H

#include <thimble/kit/activation_range.h>
#include <thimble/kit/requantize.h>
#include <thimble/kit/shape.h>
#include <thimble/kit/window.h>
#include <thimble/thimble.h>

#define DEFINE_PACK_OF(kernel)                                \
  static const thimble_kernel *const kernels[] = {&(kernel)}; \
  THIMBLE_DEFINE_PACK(THIMBLE_PACK_ID, THIMBLE_PACK_VERSION, kernels)

static inline const thimble_tensor_info *input_info(const thimble_host *host, const thimble_node *node,
                                                    uint32_t index) {
  return host->tensor_info(host, thimble_input(node, index));
}

static inline const thimble_tensor_info *output_info(const thimble_host *host, const thimble_node *node) {
  return host->tensor_info(host, thimble_output(node, 0));
}

static inline thimble_status decline(const thimble_host *host, const char *reason) {
  host->report(host, reason);
  return THIMBLE_DECLINED;
}

/** The elements of a bias; NULL where it is left out. */
static inline const void *optional_data(const thimble_node *node, uint32_t index) {
  const thimble_tensor *tensor = thimble_optional_input(node, index);
  return tensor ? tensor->data : NULL;
}

/** a + b modulo 2^32: sums of products may pass the ends of 32 bits, and biases may lie near them. */
static inline int32_t wrapping_add(int32_t a, int32_t b) { return (int32_t)((uint32_t)a + (uint32_t)b); }

/** Zero point and clamp of a quantized output. */
typedef struct {
  int32_t zero_point;
  thimble_range range;
} output_stage;

static inline output_stage output_stage_of(const thimble_host *host, const thimble_node *node,
                                           thimble_activation activation) {
  const thimble_tensor_info *info = output_info(host, node);
  const thimble_type type = thimble_output(node, 0)->type;
  return (output_stage){info->zero_point,
                        thimble_activation_range(activation, type, info->scale, info->zero_point)};
}

/** The stored output for a value in the output's scale. Of 64 bits, because the zero point may carry it past 32. */
static inline int32_t stored_output(int64_t scaled, const output_stage *stage) {
  const int64_t value = scaled + stage->zero_point;
  return value < stage->range.min ? stage->range.min : value > stage->range.max ? stage->range.max : (int32_t)value;
}

/** What brings a channel's sums to the output's scale: input scale * filter scale / output scale. */
static inline thimble_multiplier channel_factor(const thimble_tensor_info *input, const thimble_tensor_info *filter,
                                                const thimble_tensor_info *output, int32_t channel) {
  const double scale = filter->scales[filter->scale_count > 1 ? channel : 0];
  return thimble_quantize_multiplier((double)input->scale * scale / (double)output->scale);
}

/** The same for a row of FULLY_CONNECTED, where TFLM rounds the product with a single scale to float. */
static inline thimble_multiplier row_factor(const thimble_tensor_info *input, const thimble_tensor_info *filter,
                                            const thimble_tensor_info *output, int32_t row) {
  const float product = input->scale * filter->scale;
  if (filter->scale_count == 1) return thimble_quantize_multiplier((double)product / (double)output->scale);
  return channel_factor(input, filter, output, row);
}

/** Where element i of a tensor of these extents lies, if neighbours along each dimension lie `strides` apart. */
static inline int32_t strided_index(const int32_t *dims, int32_t rank, const int32_t *strides, int32_t i) {
  int32_t index = 0;
  for (int32_t d = rank - 1; d >= 0; d--) {
    index += i % dims[d] * strides[d];
    i /= dims[d];
  }
  return index;
}

#endif

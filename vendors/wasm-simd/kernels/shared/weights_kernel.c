#include "weights_kernel.h"

#include <thimble/kit/activation_range.h>
#include <thimble/kit/quantize_multiplier.h>


/* The reference's convolutions of int16 take both zero points for 0; FULLY_CONNECTED sets them. */
conv_params weights_params(const thimble_weights *tensors, thimble_activation activation) {
  const thimble_type type = tensors->output->type;
  const thimble_tensor_info *output = tensors->output_info;
  const int is_s8 = type == THIMBLE_TYPE_INT8;
  const thimble_range stored = thimble_activation_range(activation, type, output->scale, output->zero_point);
  const thimble_range_f32 real = thimble_activation_range_f32(activation);
  return (conv_params){
      .input_offset = is_s8 ? -tensors->input_info->zero_point : 0,
      .range = {is_s8 ? output->zero_point : 0, stored.min, stored.max},
      .width = REQUANTIZE_64_BITS,
      .min = real.min,
      .max = real.max,
  };
}

/* NULL: out of memory. */
static int64_t *widen_bias(const thimble_host *host, const thimble_weights *tensors, int32_t channels) {
  int64_t *wide = host->allocate_temporary(host, (uint32_t)channels * sizeof(int64_t));
  for (int32_t channel = 0; wide && channel < channels; channel++) wide[channel] = thimble_bias_at(tensors, channel);
  return wide;
}

thimble_status describe_channels(const thimble_host *host, const thimble_weights *tensors, int32_t channels,
                                 channel_constants *constants) {
  const thimble_type type = tensors->input->type;
  constants->bias = tensors->bias ? tensors->bias->data : NULL;
  if (type == THIMBLE_TYPE_FLOAT32) return THIMBLE_OK;
  int32_t *multipliers = host->allocate_temporary(host, (uint32_t)channels * 2 * sizeof(int32_t));
  if (tensors->bias && type == THIMBLE_TYPE_INT16) constants->bias = widen_bias(host, tensors, channels);
  if (!multipliers || (tensors->bias && !constants->bias)) return THIMBLE_OUT_OF_MEMORY;
  int32_t *const shifts = multipliers + channels;
  for (int32_t channel = 0; channel < channels; channel++) {
    const thimble_multiplier factor = thimble_quantize_multiplier(thimble_weights_factor(tensors, channel));
    multipliers[channel] = factor.multiplier;
    shifts[channel] = factor.shift;
  }
  constants->multipliers = multipliers;
  constants->shifts = shifts;
  return THIMBLE_OK;
}

/* The filter; one of int4, which lie two a byte, low nibble first, as int8 in temporary memory. NULL: out of memory. */
static const void *plain_filter(const thimble_host *host, const thimble_weights *tensors) {
  const int8_t *const from = tensors->filter->data;
  const uint32_t count = tensors->filter_info->element_count;
  if (tensors->filter->type != THIMBLE_TYPE_INT4) return from;
  int8_t *to = host->allocate_temporary(host, count);
  for (uint32_t i = 0; to && i < count; i++) {
    to[i] = (int8_t)(i % 2 ? from[i / 2] >> 4 : (int8_t)((uint32_t)from[i / 2] << 4) >> 4);
  }
  return to;
}

thimble_status prepare_weights(const thimble_host *host, thimble_node *node, const thimble_weights *tensors,
                               const conv_params *params, const conv_arithmetic *arithmetic) {
  channel_constants channels = {0};
  const thimble_status status = describe_channels(host, tensors, params->shape.output_channels, &channels);
  if (status != THIMBLE_OK) return status;
  conv_params *record = host->allocate_persistent(host, node, sizeof *record);
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  *record = *params;
  arithmetic->plan(record);
  const void *filter = plain_filter(host, tensors);
  void *packed = host->allocate_constants(host, node, (uint32_t)record->plan.packed_bytes);
  if (!filter || !packed) return THIMBLE_OUT_OF_MEMORY;
  arithmetic->pack(record, filter, channels.bias, channels.multipliers, channels.shifts, packed);
  if (record->plan.scratch_bytes == 0) return THIMBLE_OK;
  return host->request_scratch(host, node, (uint32_t)record->plan.scratch_bytes);
}

#include "supports_weights.h"

enum {
  /* Sums of a few times as many bytes stay below 2^31. */
  MOST_TENSOR_BYTES = 1 << 28,
  MOST_FILTER_BYTES = 1 << 26,
  /* Products of 24 bits: with a bias of 46 bits, sums of int16 activations stay below 2^47. */
  MOST_ELEMENTS_S16 = 1 << 21,
};

static const int64_t MOST_BIAS_S16 = INT64_C(1) << 46;

static int is_constant(const thimble_tensor_info *tensor) { return (tensor->flags & THIMBLE_TENSOR_CONSTANT) != 0; }

static int has_zero_point_in(const thimble_tensor_info *tensor, int32_t min, int32_t max) {
  return tensor->zero_point >= min && tensor->zero_point <= max;
}

static int has_factors_below(const thimble_weights *tensors, double limit) {
  const int32_t count = (int32_t)tensors->filter_info->scale_count;
  for (int32_t channel = 0; channel < count; channel++) {
    if (!(thimble_weights_factor(tensors, channel) < limit)) return 0;
  }
  return 1;
}

static const char *refusal_of_sizes(const thimble_weights *tensors) {
  if (tensors->input_info->byte_length == 0 || tensors->filter_info->byte_length == 0 ||
      tensors->output_info->byte_length == 0)
    return "a tensor is empty";
  if (tensors->input_info->byte_length > MOST_TENSOR_BYTES || tensors->output_info->byte_length > MOST_TENSOR_BYTES ||
      tensors->filter_info->byte_length > MOST_FILTER_BYTES)
    return "a tensor is larger than offsets of 32 bits allow";
  return NULL;
}

static const char *refusal_s8(const thimble_weights *tensors) {
  if (!has_zero_point_in(tensors->input_info, INT8_MIN, INT8_MAX) ||
      !has_zero_point_in(tensors->output_info, INT8_MIN, INT8_MAX))
    return "a zero point is no int8";
  return has_factors_below(tensors, 0x1p30) ? NULL : "the product of the scales is too large";
}

static const char *refusal_s16(const thimble_weights *tensors) {
  if (!has_zero_point_in(tensors->input_info, INT16_MIN, INT16_MAX) ||
      !has_zero_point_in(tensors->output_info, INT16_MIN, INT16_MAX))
    return "a zero point is no int16";
  if (tensors->filter_info->element_count > MOST_ELEMENTS_S16) return "sums of the filter are too large";
  for (int32_t i = 0; tensors->bias && i < (int32_t)tensors->bias_info->element_count; i++) {
    const int64_t bias = thimble_bias_at(tensors, i);
    if (bias < -MOST_BIAS_S16 || bias > MOST_BIAS_S16) return "a bias is too large";
  }
  return has_factors_below(tensors, 0x1p14) ? NULL : "the product of the scales is too large";
}

/* Padding is zeros that are multiplied too: with a weight that is not finite they would not stay zeros. */
static const char *refusal_f32(const thimble_weights *tensors) {
  const float *weights = tensors->filter->data;
  const uint32_t count = tensors->filter->rank == 4 ? tensors->filter_info->element_count : 0;
  float zero = 0;
  for (uint32_t i = 0; i < count; i++) zero += 0 * weights[i];
  return zero == 0 ? NULL : "a weight is infinite or no number";
}

static const char *refusal(const thimble_weights *tensors) {
  if (!is_constant(tensors->filter_info)) return "the filter is no constant";
  if (tensors->bias && !is_constant(tensors->bias_info)) return "the bias is no constant";
  const char *reason = refusal_of_sizes(tensors);
  if (reason) return reason;
  if (tensors->input->type == THIMBLE_TYPE_INT8) return refusal_s8(tensors);
  return tensors->input->type == THIMBLE_TYPE_INT16 ? refusal_s16(tensors) : refusal_f32(tensors);
}

thimble_status supports_weights(const thimble_host *host, const thimble_weights *tensors) {
  const char *reason = refusal(tensors);
  return reason ? thimble_decline(host, reason) : THIMBLE_OK;
}

/* Bounds between which a fused activation clamps an output. Only RELU, RELU6 and RELU_N1_TO_1 clamp. */
#ifndef THIMBLE_KIT_ACTIVATION_RANGE_H
#define THIMBLE_KIT_ACTIVATION_RANGE_H

#include <float.h>
#include <thimble/types.h>

typedef struct thimble_range {
  int32_t min;
  int32_t max;
} thimble_range;

typedef struct thimble_range_f32 {
  float min;
  float max;
} thimble_range_f32;

/** The clamp of a float operator; without an activation it makes infinities finite. */
static inline thimble_range_f32 thimble_activation_range_f32(thimble_activation activation) {
  thimble_range_f32 range = {-FLT_MAX, FLT_MAX};
  if (activation == THIMBLE_ACTIVATION_RELU || activation == THIMBLE_ACTIVATION_RELU6) range.min = 0;
  if (activation == THIMBLE_ACTIVATION_RELU6) range.max = 6;
  if (activation == THIMBLE_ACTIVATION_RELU_N1_TO_1) {
    range.min = -1;
    range.max = 1;
  }
  return range;
}

/** The integers that a type holds: int8, uint8, int16; others count as int32. */
static inline thimble_range thimble_stored_range(thimble_type type) {
  const thimble_range s8 = {INT8_MIN, INT8_MAX}, u8 = {0, UINT8_MAX};
  const thimble_range s16 = {INT16_MIN, INT16_MAX}, s32 = {INT32_MIN, INT32_MAX};
  switch (type) {
    case THIMBLE_TYPE_INT8:
      return s8;
    case THIMBLE_TYPE_UINT8:
      return u8;
    case THIMBLE_TYPE_INT16:
      return s16;
    default:
      return s32;
  }
}

/** real / scale + zero_point in the stored range: divided in float, rounded half away from zero. */
static inline int32_t thimble_quantized_bound(float real, float scale, int32_t zero_point, thimble_range range) {
  const float quotient = real / scale;
  /* Beyond this every bound of a type is passed, and the conversion below stays defined. */
  const float limited = quotient > 1e9f ? 1e9f : quotient < -1e9f ? -1e9f : quotient;
  const int32_t truncated = (int32_t)limited;
  const float rest = limited - (float)truncated;
  const int32_t rounded = truncated + (rest >= 0.5f) - (rest <= -0.5f);
  const int64_t bound = (int64_t)rounded + zero_point;
  return bound < range.min ? range.min : bound > range.max ? range.max : (int32_t)bound;
}

/** The clamp of a quantized operator, in stored units (TFLite's CalculateActivationRangeQuantized). */
static inline thimble_range thimble_activation_range(thimble_activation activation, thimble_type type, float scale,
                                                     int32_t zero_point) {
  const thimble_range stored = thimble_stored_range(type);
  const thimble_range_f32 real = thimble_activation_range_f32(activation);
  thimble_range range = stored;
  if (real.min > -FLT_MAX) range.min = thimble_quantized_bound(real.min, scale, zero_point, stored);
  if (real.max < FLT_MAX) range.max = thimble_quantized_bound(real.max, scale, zero_point, stored);
  return range;
}

#endif

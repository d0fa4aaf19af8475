#include <thimble/kit/svdf.h>

#include "shared/dot.h"
#include "portable_kernels.h"

static inline uint32_t bias_of(const thimble_tensor *bias, int32_t unit) {
  return bias ? ((const uint32_t *)bias->data)[unit] : 0;
}

/*
 * Invoke for a type of state [N, F, M]: it moves on by one element, so that each filter's oldest column gives way to
 * the new features, and each unit sums its filters over time.
 */
#define SVDF_INVOKE(type, element)                                                                                  \
  static void store_features_##type(const thimble_node *node, const int8_t *input, element *state) {                \
    const thimble_svdf_params *params = node->params;                                                               \
    const thimble_svdf *svdf = node->data;                                                                          \
    const int8_t *weights = thimble_input(node, THIMBLE_SVDF_FEATURES)->data;                                       \
    for (int32_t filter = 0; filter < params->filters; filter++, weights += params->input_depth) {                  \
      const uint32_t sum = dot_s8(input, weights, params->input_depth, svdf->input_offset);                         \
      const int32_t scaled = thimble_requantize((int32_t)sum, svdf->features);                                      \
      const int32_t feature = thimble_clamp(scaled, svdf->state_range.min, svdf->state_range.max);                  \
      state[(filter + 1) * params->memory - 1] = (element)(feature + svdf->state_zero_point);                       \
    }                                                                                                               \
  }                                                                                                                 \
  static inline uint32_t sum_over_time_##type(const element *time, const element *state, int32_t taps,              \
                                              int32_t zero_point) {                                                 \
    uint32_t sum = 0;                                                                                               \
    for (int32_t i = 0; i < taps; i++) sum += (uint32_t)(state[i] - zero_point) * (uint32_t)time[i];                \
    return sum;                                                                                                     \
  }                                                                                                                 \
  static thimble_status invoke_##type(const thimble_host *host, thimble_node *node) {                               \
    (void)host;                                                                                                     \
    const thimble_svdf_params *params = node->params;                                                               \
    const thimble_svdf *svdf = node->data;                                                                          \
    const thimble_tensor *bias = thimble_optional_input(node, THIMBLE_SVDF_BIAS);                                   \
    const int8_t *input = thimble_input(node, THIMBLE_SVDF_INPUT)->data;                                            \
    element *state = thimble_input(node, THIMBLE_SVDF_STATE)->data;                                                 \
    int8_t *output = thimble_output(node, 0)->data;                                                                 \
    const int32_t taps = params->rank * params->memory;                                                             \
    const int32_t states = params->batches * params->filters * params->memory;                                      \
    if (states > 0) __builtin_memmove(state, state + 1, (uint32_t)(states - 1) * (uint32_t)sizeof(element));        \
    for (int32_t batch = 0; batch < params->batches; batch++, input += params->input_depth) {                       \
      const element *time = thimble_input(node, THIMBLE_SVDF_TIME)->data;                                           \
      store_features_##type(node, input, state);                                                                    \
      for (int32_t unit = 0; unit < params->units; unit++, time += taps, state += taps) {                           \
        const uint32_t sum = bias_of(bias, unit) + sum_over_time_##type(time, state, taps, svdf->state_zero_point); \
        *output++ = (int8_t)thimble_store(thimble_requantize((int32_t)sum, svdf->outputs), &svdf->output);          \
      }                                                                                                             \
    }                                                                                                               \
    return THIMBLE_OK;                                                                                              \
  }

SVDF_INVOKE(s8, int8_t)
SVDF_INVOKE(s16, int16_t)

THIMBLE_KERNEL(svdf_s8, "SVDF", "int8, int8, int8, int32?, int8 -> int8", THIMBLE_EXACT_REQUANTIZED,
               .prepare = thimble_prepare_svdf, .invoke = invoke_s8);
THIMBLE_KERNEL(svdf_s8_s16, "SVDF", "int8, int8, int16, int32?, int16 -> int8", THIMBLE_EXACT_REQUANTIZED,
               .prepare = thimble_prepare_svdf, .invoke = invoke_s16);

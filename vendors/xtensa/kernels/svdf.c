#include <thimble/kit/svdf.h>

#include "kernels.h"
#include "shared/dot.h"

/* The features of all filters, each `step` elements behind the one before: those of `element` have its stored range. */
#define STORE_FEATURES(type, element)                                                                              \
  static void store_features_##type(const thimble_node *node, const int8_t *input, element *to, int32_t step) {    \
    const thimble_svdf_params *params = node->params;                                                              \
    const thimble_svdf *svdf = node->data;                                                                         \
    const hifi_scaling by = scaling_of(&svdf->features);                                                           \
    const hifi_int16x4 offset = hifi_movda16(svdf->input_offset);                                                  \
    const int8_t *weights = thimble_input(node, THIMBLE_SVDF_FEATURES)->data;                                      \
    const int32_t length = params->input_depth;                                                                    \
    for (int32_t filter = 0; filter < params->filters; filter += 4) {                                              \
      const int32_t left = params->filters - filter, count = left < 4 ? left : 4;                                  \
      const filter_rows filters = {weights + filter * length, length, count};                                      \
      int64_t sums[4] = {0, 0, 0, 0};                                                                              \
      add_products(sums, &activations_s8, input, &filters, length, offset);                                                         \
      for (int32_t i = 0; i < count; i++, to += step) {                                                            \
        const int32_t scaled = requantize(hifi_movad32_l(sums[i]), &by);                                           \
        const int32_t feature = hifi_min(hifi_max(scaled, svdf->state_range.min), svdf->state_range.max);          \
        hifi_##type(hifi_add(feature, svdf->state_zero_point), to);                                                \
      }                                                                                                            \
    }                                                                                                              \
  }

STORE_FEATURES(s8, int8_t)
STORE_FEATURES(s16, int16_t)

/* The products of a unit's state with its weights over time. */
static int64_t sum_over_time_s8(const int8_t *time, const int8_t *state, int32_t taps, int32_t zero_point) {
  const filter_rows weights = {time, taps, 1};
  int64_t sums[4] = {0, 0, 0, 0};
  add_products(sums, &activations_s8, state, &weights, taps, hifi_movda16(-zero_point));
  return sums[0];
}

static int64_t sum_over_time_s16(const int16_t *time, const int16_t *state, int32_t taps, int32_t zero_point) {
  int64_t sum = 0;
  for (int32_t i = 0; i < taps; i += 4) {
    const hifi_int16x4 weights = hifi_load_up_to_4_s16(time + i, taps - i);
    sum = hifi_mulaaaaq16(sum, hifi_load_up_to_4_s16(state + i, taps - i), weights);
  }
  /* Models have none: a state of 16 bits less a zero point may need more. */
  for (int32_t i = 0; zero_point != 0 && i < taps; i++) sum -= (int64_t)zero_point * time[i];
  return sum;
}

/* Moves bytes one element on, to lower addresses. */
static void move_on(int8_t *state, int32_t bytes, int32_t element) {
  for (int32_t i = 0; i < bytes; i += 16) {
    const int32_t count = bytes - i < 16 ? bytes - i : 16;
    hifi_sav8x8x2(hifi_lav8x8x2(state + i + element, count), state + i, count);
  }
}

static void store_unit(const thimble_svdf *svdf, const hifi_scaling *by, int32_t sum, const int32_t *bias,
                       int8_t *output) {
  const int32_t scaled = requantize(bias ? hifi_add(sum, hifi_l32(bias)) : sum, by);
  hifi_s8(clamp_output(scaled, &svdf->output), output);
}

/* Invoke for a type of state [N, F, M]: each filter's oldest column gives way to the new features. */
#define SVDF_INVOKE(type, element)                                                                                 \
  static thimble_status invoke_##type(const thimble_host *host, thimble_node *node) {                              \
    (void)host;                                                                                                    \
    const thimble_svdf_params *params = node->params;                                                              \
    const thimble_svdf *svdf = node->data;                                                                         \
    const thimble_tensor *bias = thimble_optional_input(node, THIMBLE_SVDF_BIAS);                                  \
    const int8_t *input = thimble_input(node, THIMBLE_SVDF_INPUT)->data;                                           \
    element *state = thimble_input(node, THIMBLE_SVDF_STATE)->data;                                                \
    int8_t *output = thimble_output(node, 0)->data;                                                                \
    const int32_t taps = params->rank * params->memory, size = (int32_t)sizeof(element);                           \
    const hifi_scaling by = scaling_of(&svdf->outputs);                                                            \
    move_on((int8_t *)state, (params->batches * params->filters * params->memory - 1) * size, size);               \
    for (int32_t batch = 0; batch < params->batches; batch++, input += params->input_depth) {                      \
      const element *time = thimble_input(node, THIMBLE_SVDF_TIME)->data;                                          \
      store_features_##type(node, input, state + params->memory - 1, params->memory);                              \
      for (int32_t unit = 0; unit < params->units; unit++, time += taps, state += taps) {                          \
        const int64_t sum = sum_over_time_##type(time, state, taps, svdf->state_zero_point);                       \
        store_unit(svdf, &by, hifi_movad32_l(sum), bias ? (const int32_t *)bias->data + unit : NULL, output++);    \
      }                                                                                                            \
    }                                                                                                              \
    return THIMBLE_OK;                                                                                             \
  }

SVDF_INVOKE(s8, int8_t)
SVDF_INVOKE(s16, int16_t)

THIMBLE_KERNEL(svdf_s8, "SVDF", "int8, int8, int8, int32?, int8 -> int8", THIMBLE_EXACT_REQUANTIZED,
               .prepare = thimble_prepare_svdf, .invoke = invoke_s8);
THIMBLE_KERNEL(svdf_s8_s16, "SVDF", "int8, int8, int16, int32?, int16 -> int8", THIMBLE_EXACT_REQUANTIZED,
               .prepare = thimble_prepare_svdf, .invoke = invoke_s16);

#include "shared/phase.h"

/* More phases than this squared are not worth their windows. */
enum { MOST_STRIDE = 8 };

static thimble_bool is_covered(const thimble_spread_window *spread) {
  return spread->stride <= spread->extent && spread->stride <= MOST_STRIDE;
}

thimble_bool arm_has_phases(const thimble_transpose_conv_params *params) {
  return is_covered(&params->height) && is_covered(&params->width);
}

int32_t arm_phase_count(const thimble_transpose_conv_params *params) {
  return params->height.stride * params->width.stride;
}

/* The nearest input's tap is the window's last one. */
static thimble_window window_of(const thimble_spread_window *spread, int32_t first, int32_t outputs) {
  const int32_t stride = spread->stride, place = first + spread->pad_before;
  const int32_t extent = thimble_divide_up(spread->extent - place % stride, stride);
  return (thimble_window){
      .extent = extent,
      .stride = 1,
      .dilation = 1,
      .pad_before = extent - 1 - place / stride,
      .positions = (outputs - first + stride - 1) / stride,
  };
}

arm_phase arm_phase_of(const thimble_transpose_conv_params *params, const thimble_tensor *output, int32_t i) {
  const int32_t y = i / params->width.stride, x = i % params->width.stride;
  return (arm_phase){y, x, window_of(&params->height, y, output->dims[1]),
                     window_of(&params->width, x, output->dims[2])};
}

/* The filter's tap under tap `i` of a window. */
static int32_t tap_under(const thimble_spread_window *spread, const thimble_window *window, int32_t first, int32_t i) {
  return (first + spread->pad_before) % spread->stride + (window->extent - 1 - i) * spread->stride;
}

void arm_store_taps(const thimble_transpose_conv_params *params, const arm_phase *phase, const int8_t *filter,
                    int32_t depth, int8_t *to) {
  for (int32_t i = 0; i < phase->height.extent; i++) {
    const int8_t *row = filter + tap_under(&params->height, &phase->height, phase->y, i) * params->width.extent * depth;
    for (int32_t k = 0; k < phase->width.extent; k++, to += depth) {
      const int32_t tap = tap_under(&params->width, &phase->width, phase->x, k);
      __builtin_memcpy(to, row + tap * depth, (uint32_t)depth);
    }
  }
}

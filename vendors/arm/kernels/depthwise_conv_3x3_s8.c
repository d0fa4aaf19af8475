#include "shared/depthwise_rows.h"

void arm_depthwise_conv_3x3_s8(const arm_depthwise *conv, const arm_depthwise_data *data) {
  const thimble_windows *windows = &conv->windows;
  const int32_t input_size = windows->input_height * windows->input_width * windows->depth;
  const int32_t output_size = windows->height.positions * windows->width.positions * windows->depth;
  for (int32_t batch = 0; batch < windows->batches; batch++) {
    for (int32_t top = 0; top < windows->height.positions; top += conv->band) {
      arm_convolve_rows(conv, data, data->input + batch * input_size, data->output + batch * output_size, top);
    }
  }
}

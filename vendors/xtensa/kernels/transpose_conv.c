#include <thimble/kit/transpose_conv.h>

#include "kernels.h"
#include "shared/dot.h"

/* The inputs that reach an output pixel. */
typedef struct reaching_inputs {
  const int8_t *image;
  thimble_reaching rows;
  thimble_reaching columns;
} reaching_inputs;

/* The sums of up to four filters' products, the first filter's weights at `filters`. */
static inline void sum_reaching(const thimble_transpose_conv *conv, const activation_type *type,
                                const reaching_inputs *from, filter_rows filters, int64_t sums[4]) {
  const hifi_int16x4 offset = hifi_movda16(conv->layer.input_offset);
  const int32_t depth = conv->input_depth, step = depth * type->stored->bytes;
  for (int32_t i = 0; i < from->rows.count; i++) {
    const int32_t y = from->rows.input - i, tap_y = from->rows.tap + i * conv->height.stride;
    const int8_t *input = from->image + (y * conv->input_width + from->columns.input) * step;
    filter_rows taps = filters;
    taps.weights += (tap_y * conv->width.extent + from->columns.tap) * depth;
    for (int32_t k = 0; k < from->columns.count; k++, input -= step, taps.weights += conv->width.stride * depth)
      add_products(sums, type, input, &taps, depth, offset);
  }
}

static inline void convolve_pixel(const thimble_transpose_conv *conv, const activation_type *type,
                                  const thimble_layer_data *data, const reaching_inputs *from, int8_t *output) {
  const int32_t filter_size = conv->height.extent * conv->width.extent * conv->input_depth;
  for (int32_t channel = 0; channel < conv->output_depth; channel += 4) {
    const int32_t left = conv->output_depth - channel, count = left < 4 ? left : 4;
    const int8_t *weights = (const int8_t *)data->filter + channel * filter_size;
    int64_t sums[4] = {0, 0, 0, 0};
    sum_reaching(conv, type, from, (filter_rows){weights, filter_size, count}, sums);
    store_sums(sums, type, channel, count, &conv->layer, data, output + channel * type->stored->bytes);
  }
}

static inline void convolve(const thimble_node *node, const activation_type *type) {
  const thimble_transpose_conv *conv = node->data;
  const thimble_layer_data data = thimble_layer_data_of(node, &conv->layer, THIMBLE_TRANSPOSE_CONV_INPUTS);
  reaching_inputs from = {.image = data.input};
  int8_t *output = data.output;
  for (int32_t n = 0; n < conv->batches; n++) {
    for (int32_t y = 0; y < conv->output_height; y++) {
      from.rows = thimble_reaching_at(&conv->height, y, conv->input_height);
      for (int32_t x = 0; x < conv->output_width; x++, output += conv->output_depth * type->stored->bytes) {
        from.columns = thimble_reaching_at(&conv->width, x, conv->input_width);
        convolve_pixel(conv, type, &data, &from, output);
      }
    }
    from.image += conv->input_height * conv->input_width * conv->input_depth * type->stored->bytes;
  }
}

LAYER_INVOKES(convolve)

THIMBLE_KERNEL(transpose_conv_s8, "TRANSPOSE_CONV", "int32, int8, int8, int32? -> int8", THIMBLE_EXACT_REQUANTIZED,
               .prepare = thimble_prepare_transpose_conv, .invoke = invoke_s8);
/* With an int32 bias, the reference computes what a device does that takes it for int64: not here. */
THIMBLE_KERNEL(transpose_conv_s16, "TRANSPOSE_CONV", "int32, int8, int16, int16|int64? -> int16",
               THIMBLE_EXACT_REQUANTIZED, .prepare = thimble_prepare_transpose_conv, .invoke = invoke_s16);

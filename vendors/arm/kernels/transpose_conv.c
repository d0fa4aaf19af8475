#include <thimble/kit/transpose_conv.h>

#include "arm_kernels.h"
#include "shared/conv.h"
#include "shared/copy.h"
#include "shared/phase.h"

/* What a phase's outputs are, and the place of the first one. */
typedef struct placed_conv {
  arm_conv conv;
  int32_t start;
} placed_conv;

/* A node's record. Its constants are the channels of all phases, and behind them their filters. */
typedef struct arm_transpose_conv {
  /* Elements of the output from one image to the next, and between a phase's rows and columns. */
  int32_t image;
  int32_t row_step;
  int32_t column_step;
  /* Bytes of scratch before a phase's outputs, which wait there for their places; one phase alone is in place. */
  uint32_t waiting;
  int32_t count;
  placed_conv phases[];
} arm_transpose_conv;

/* Filters that make it worth to take up a window. */
enum { LEAST_FILTERS = ARM_HAS_MVE ? 1 : 2 };

static thimble_status supports(const thimble_host *host, const thimble_node *node) {
  if (thimble_input(node, 1)->dims[0] < LEAST_FILTERS) return thimble_decline(host, "a single filter");
  if (!arm_has_phases(node->params))
    return thimble_decline(host, "strides of more than 8, or of more than the filter has taps");
  return arm_supports_layer(host, node, THIMBLE_TRANSPOSE_CONV_INPUTS);
}

/* The convolution of a phase with filters that are stored from `filters` on; its channels are filled in. */
static arm_conv conv_of(const thimble_host *host, const thimble_node *node, const arm_phase *phase, int8_t *filters,
                        arm_channel *channels) {
  const thimble_transpose_conv_params *params = node->params;
  const thimble_weights weights = thimble_weights_of(host, node, THIMBLE_TRANSPOSE_CONV_INPUTS);
  const thimble_layer layer = thimble_layer_of(host, node, &weights, params->activation, THIMBLE_TYPE_INT32);
  const int32_t *dims = weights.filter->dims, whole = dims[1] * dims[2] * dims[3];
  const int32_t row = phase->width.extent * dims[3], size = phase->height.extent * row;
  const arm_filters all = {.weights = filters, .channels = dims[0], .count = size, .stride = size, .step = 1};
  const int8_t *filter = weights.filter->data;
  for (int32_t i = 0; i < dims[0]; i++) {
    arm_store_taps(params, phase, filter + i * whole, dims[3], filters + i * size);
  }
  return (arm_conv){
      .windows = thimble_windows_of(weights.input, &phase->height, &phase->width),
      .outputs = arm_fill_channels(channels, &weights, &layer, &all),
      .channels = dims[0],
      .filter_size = size,
      .filter_row = row,
      .padding = (int8_t)weights.input_info->zero_point,
  };
}

static int32_t outputs_of(const arm_conv *conv) {
  const thimble_windows *windows = &conv->windows;
  return windows->batches * windows->height.positions * windows->width.positions * conv->channels;
}

static uint32_t greater(uint32_t a, uint32_t b) { return a > b ? a : b; }

/* Scratch for the windows of any phase, and for its outputs. */
static thimble_status request_scratch(const thimble_host *host, thimble_node *node) {
  arm_transpose_conv *record = node->data;
  uint32_t outputs = 0;
  for (int32_t i = 0; i < record->count; i++) {
    const arm_conv *conv = &record->phases[i].conv;
    record->waiting = greater(record->waiting, arm_conv_scratch_bytes(conv));
    outputs = greater(outputs, (uint32_t)outputs_of(conv));
  }
  return host->request_scratch(host, node, record->waiting + (record->count > 1 ? outputs : 0));
}

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_transpose_conv_params *params = node->params;
  const int32_t count = arm_phase_count(params), *dims = thimble_output(node, 0)->dims, channels = dims[3];
  const uint32_t places = (uint32_t)count * arm_channel_places(channels);
  arm_transpose_conv *record =
      host->allocate_persistent(host, node, sizeof *record + (uint32_t)count * (uint32_t)sizeof *record->phases);
  arm_channel *channel = host->allocate_constants(
      host, node, places * (uint32_t)sizeof *channel + thimble_input_info(host, node, 1)->byte_length);
  if (!record || !channel) return THIMBLE_OUT_OF_MEMORY;
  int8_t *filters = (int8_t *)(channel + places);
  record->row_step = params->height.stride * dims[2] * channels;
  record->column_step = params->width.stride * channels;
  record->image = dims[1] * dims[2] * channels;
  record->count = count;
  for (int32_t i = 0; i < count; i++) {
    const arm_phase phase = arm_phase_of(params, thimble_output(node, 0), i);
    placed_conv *placed = &record->phases[i];
    placed->conv = conv_of(host, node, &phase, filters, channel);
    placed->start = (phase.y * dims[2] + phase.x) * channels;
    filters += placed->conv.filter_size * channels;
    channel += arm_channel_places(channels);
  }
  return request_scratch(host, node);
}

/* Puts outputs that follow each other a stride apart. */
static void place_outputs(const arm_transpose_conv *record, const arm_conv *conv, const int8_t *from, int8_t *output) {
  const thimble_windows *windows = &conv->windows;
  for (int32_t n = 0; n < windows->batches; n++, output += record->image) {
    int8_t *row = output;
    for (int32_t y = 0; y < windows->height.positions; y++, row += record->row_step) {
      int8_t *to = row;
      for (int32_t x = 0; x < windows->width.positions; x++, to += record->column_step, from += conv->channels) {
        arm_copy(to, from, conv->channels);
      }
    }
  }
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const arm_transpose_conv *record = node->data;
  const arm_channel *channel = node->constants;
  const uint32_t places = arm_channel_places(record->phases->conv.channels);
  const int8_t *filters = (const int8_t *)(channel + (uint32_t)record->count * places);
  int8_t *output = thimble_output(node, 0)->data;
  int8_t *outputs = record->count > 1 ? (int8_t *)node->scratch + record->waiting : output;
  for (int32_t i = 0; i < record->count; i++, channel += places) {
    const arm_conv *conv = &record->phases[i].conv;
    const arm_conv_data data = {thimble_input(node, 2)->data, filters, channel, outputs, node->scratch};
    arm_conv_s8(conv, &data);
    if (record->count > 1) place_outputs(record, conv, outputs, output + record->phases[i].start);
    filters += conv->filter_size * conv->channels;
  }
  return THIMBLE_OK;
}

THIMBLE_KERNEL(arm_transpose_conv_s8, "TRANSPOSE_CONV", "int32, int8, int8, int32? -> int8", THIMBLE_EXACT_REQUANTIZED,
               .supports = supports, .prepare = prepare, .invoke = invoke);

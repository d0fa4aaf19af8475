#include <thimble/kit/glue.h>

#include "portable_kernels.h"

/* Elements of the spectrum, of both tables of weights, and of the output. */
typedef struct {
  int32_t bins;
  int32_t weights;
  int32_t unweights;
  int32_t channels;
} filter_bank_record;

static int32_t input_count(const thimble_host *host, const thimble_node *node, uint32_t i) {
  return (int32_t)thimble_input_info(host, node, i)->element_count;
}

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const filter_bank_record record = {input_count(host, node, 0), input_count(host, node, 1), input_count(host, node, 2),
                                     (int32_t)thimble_output_info(host, node, 0)->element_count};
  return thimble_keep_record(host, node, &record, sizeof record);
}

/* The bins of a channel: `first` <= i < `end` lie inside the spectrum and the weights. */
typedef struct {
  int32_t bin;
  int32_t weight;
  int32_t first;
  int32_t end;
} band;

static int32_t lesser(int32_t a, int32_t b) { return a < b ? a : b; }

static band band_of(const thimble_node *node, int32_t channel) {
  const filter_bank_record *record = node->data;
  const int32_t bin = ((const int16_t *)thimble_input(node, 3)->data)[channel];
  const int32_t weight = ((const int16_t *)thimble_input(node, 4)->data)[channel];
  const int32_t width = ((const int16_t *)thimble_input(node, 5)->data)[channel];
  const int32_t weights_end = lesser(record->weights, record->unweights) - weight;
  const int32_t outside = lesser(lesser(bin, weight), 0);
  return (band){bin, weight, -outside, lesser(lesser(width, record->bins - bin), weights_end)};
}

/* A channel is what its own bins add with their weights, and those of the channel before with the rest of theirs. */
static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const filter_bank_record *record = node->data;
  const uint32_t *input = thimble_input(node, 0)->data;
  const int16_t *weights = thimble_input(node, 1)->data, *unweights = thimble_input(node, 2)->data;
  uint64_t *output = thimble_output(node, 0)->data;
  uint64_t sum = 0;
  for (int32_t channel = 0; channel <= record->channels; channel++) {
    const band of = band_of(node, channel);
    uint64_t next = 0;
    for (int32_t i = of.first; i < of.end; i++) {
      const int64_t energy = input[of.bin + i];
      sum += (uint64_t)(weights[of.weight + i] * energy);
      next += (uint64_t)(unweights[of.weight + i] * energy);
    }
    if (channel > 0) output[channel - 1] = sum;
    sum = next;
  }
  return THIMBLE_OK;
}

THIMBLE_KERNEL(signal_filter_bank_u32, "SignalFilterBank", "uint32, int16, int16, int16, int16, int16 -> uint64",
               THIMBLE_EXACT_AS_STORED, .prepare = prepare, .invoke = invoke);

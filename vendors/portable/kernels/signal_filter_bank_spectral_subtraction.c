#include <thimble/kit/glue.h>
#include <thimble/params.h>

#include "portable_kernels.h"

/* Estimates of each channel's noise, which invokes move on. */
typedef struct {
  int32_t estimates_out;
  uint32_t noise[];
} subtraction_record;

typedef thimble_signal_filter_bank_spectral_subtraction_params subtraction_params;

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const subtraction_params *params = node->params;
  const int32_t estimates = (int32_t)thimble_output_info(host, node, 1)->element_count;
  const uint32_t bytes = (uint32_t)(sizeof(subtraction_record) + (uint32_t)params->channels * sizeof(uint32_t));
  subtraction_record *record = host->allocate_persistent(host, node, bytes);
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  record->estimates_out = estimates;
  return THIMBLE_OK;
}

/* (a * b + c * d) >> shift, modulo 2^64 before and 2^32 after. */
static uint32_t shifted_sum(uint32_t a, uint32_t b, uint32_t c, uint32_t d, int32_t shift) {
  return (uint32_t)(((uint64_t)a * b + (uint64_t)c * d) >> (shift & 63));
}

/* Subtracts from each channel a moving average of itself, but leaves some of it. */
static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const subtraction_params *params = node->params;
  subtraction_record *record = node->data;
  const uint32_t *input = thimble_input(node, 0)->data;
  uint32_t *output = thimble_output(node, 0)->data, *estimate = thimble_output(node, 1)->data;
  const int32_t smoothing = params->smoothing_bits & 31;
  for (int32_t i = 0; i < params->channels; i++) {
    const thimble_smoothing by = i % 2 == 0 ? params->even : params->odd;
    const uint32_t signal = input[i] << smoothing;
    const uint32_t average = shifted_sum(signal, by.fresh, record->noise[i], by.kept, params->bits);
    const uint32_t subtrahend = average < signal ? average : signal;
    const uint32_t least = shifted_sum(input[i], params->min_signal_remaining, 0, 0, params->bits);
    const uint32_t rest = (signal - subtrahend) >> smoothing;
    record->noise[i] = params->is_clamping ? subtrahend : average;
    output[i] = rest > least ? rest : least;
  }
  for (int32_t i = 0; i < record->estimates_out; i++) estimate[i] = record->noise[i];
  return THIMBLE_OK;
}

static thimble_status reset(const thimble_host *host, thimble_node *node) {
  (void)host;
  const subtraction_params *params = node->params;
  subtraction_record *record = node->data;
  for (int32_t i = 0; i < params->channels; i++) record->noise[i] = 0;
  return THIMBLE_OK;
}

THIMBLE_KERNEL(signal_filter_bank_spectral_subtraction_u32, "SignalFilterBankSpectralSubtraction",
               "uint32 -> uint32, uint32", THIMBLE_EXACT_AS_STORED, .prepare = prepare, .invoke = invoke,
               .reset = reset);

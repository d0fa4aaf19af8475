#include <thimble/kit/unary.h>
#include <thimble/params.h>

#include "portable_kernels.h"

/* Fractional bits of the signal-to-noise ratio, and of the output. */
enum { SNR_BITS = 12, OUTPUT_BITS = 6 };

/*
 * The gain for a noise estimate: from 3 on a quadratic function of the ten bits behind the leading one, with three
 * coefficients for each position of that bit.
 */
static int16_t gain_of(uint32_t noise, const int16_t *table) {
  if (noise <= 2) return table[noise];
  const int32_t interval = 32 - __builtin_clz(noise);
  const int16_t *coefficients = table + 4 * interval - 6;
  const uint32_t bits = interval < 11 ? noise << (11 - interval) : noise >> (interval - 11);
  const int32_t fraction = (int32_t)(bits & 0x3ff);
  const int32_t slope = ((coefficients[2] * fraction) >> 5) + coefficients[1] * 32;
  const int32_t rise = (int32_t)((uint32_t)slope * (uint32_t)fraction + (1u << 14)) >> 15;
  return (int16_t)(rise + coefficients[0]);
}

/* x^2 / 4 below 2, x - 1 from there on. */
static uint32_t compress(uint32_t snr) {
  if (snr < 2u << SNR_BITS) return (snr * snr) >> (2 + 2 * SNR_BITS - OUTPUT_BITS);
  return (snr >> (SNR_BITS - OUTPUT_BITS)) - (1u << OUTPUT_BITS);
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const int32_t shift = ((const thimble_signal_pcan_params *)node->params)->snr_shift & 63;
  const int32_t count = ((const thimble_count *)node->data)->count;
  const uint32_t *input = thimble_input(node, 0)->data, *noise = thimble_input(node, 1)->data;
  const int16_t *table = thimble_input(node, 2)->data;
  uint32_t *output = thimble_output(node, 0)->data;
  for (int32_t i = 0; i < count; i++) {
    const uint64_t product = (uint64_t)input[i] * (uint32_t)gain_of(noise[i], table);
    output[i] = compress((uint32_t)(product >> shift));
  }
  return THIMBLE_OK;
}

THIMBLE_KERNEL(signal_pcan_u32, "SignalPCAN", "uint32, uint32, int16 -> uint32", THIMBLE_EXACT_AS_STORED,
               .prepare = thimble_prepare_count, .invoke = invoke);

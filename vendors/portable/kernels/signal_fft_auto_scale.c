#include <thimble/kit/unary.h>

#include "portable_kernels.h"

/* The greatest magnitude as an int16, which cannot hold that of -32768: it stays negative, and what follows counts. */
static int32_t greatest_magnitude(const int16_t *samples, int32_t count) {
  int32_t greatest = 0;
  for (int32_t i = 0; i < count; i++) {
    const int32_t value = samples[i];
    if (value > greatest) {
      greatest = value;
    } else if (-value > greatest) {
      greatest = (int16_t)-value;
    }
  }
  return greatest;
}

/* Shifts samples left so that the greatest fills its 15 bits. */
static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const int32_t count = ((const thimble_count *)node->data)->count;
  const int16_t *input = thimble_input(node, 0)->data;
  int16_t *output = thimble_output(node, 0)->data;
  int32_t *scale_bits = thimble_output(node, 1)->data;
  const int32_t greatest = greatest_magnitude(input, count);
  const int32_t bits = greatest > 0 ? __builtin_clz((uint32_t)greatest) - 17 : 0;
  for (int32_t i = 0; i < count; i++) output[i] = (int16_t)((uint32_t)input[i] << bits);
  *scale_bits = bits;
  return THIMBLE_OK;
}

THIMBLE_KERNEL(signal_fft_auto_scale_s16, "SignalFftAutoScale", "int16 -> int16, int32", THIMBLE_EXACT_AS_STORED,
               .prepare = thimble_prepare_count, .invoke = invoke);

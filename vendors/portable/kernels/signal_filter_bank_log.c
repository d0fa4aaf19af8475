#include <thimble/kit/unary.h>
#include <thimble/params.h>

#include "portable_kernels.h"

/* 2^16 * (log2(1 + x) - x) at x = 0, 1/128, ... 1: how far log2 lies over the straight line. */
static const uint16_t log_table[] = {
    0, 224, 442, 654, 861, 1063, 1259, 1450, 1636, 1817, 1992, 2163, 2329, 2490, 2646, 2797, 2944, 3087, 3224, 3358,
    3487, 3611, 3732, 3848, 3960, 4068, 4172, 4272, 4368, 4460, 4549, 4633, 4714, 4791, 4864, 4934, 5001, 5063,
    5123, 5178, 5231, 5280, 5326, 5368, 5408, 5444, 5477, 5507, 5533, 5557, 5578, 5595, 5610, 5622, 5631, 5637,
    5640, 5641, 5638, 5633, 5626, 5615, 5602, 5586, 5568, 5547, 5524, 5498, 5470, 5439, 5406, 5370, 5332, 5291,
    5249, 5203, 5156, 5106, 5054, 5000, 4944, 4885, 4825, 4762, 4697, 4630, 4561, 4490, 4416, 4341, 4264, 4184,
    4103, 4020, 3935, 3848, 3759, 3668, 3575, 3481, 3384, 3286, 3186, 3084, 2981, 2875, 2768, 2659, 2549, 2437,
    2323, 2207, 2090, 1971, 1851, 1729, 1605, 1480, 1353, 1224, 1094, 963, 830, 695, 559, 421, 282, 142, 0,
};

/* 2^16 * ln 2. */
enum { LN_2 = 45426 };

/*
 * The fraction of log2 x in units of 2^-16, where 2^integer <= x < 2^(integer + 1). The reference shifts the rise within
 * a segment by 16 bits where 9 would interpolate, so that next to nothing is left of it.
 */
static int32_t log2_fraction(uint32_t x, int32_t integer) {
  const uint32_t rest = x - (UINT32_C(1) << integer);
  const int32_t fraction = (int32_t)(integer < 16 ? rest << (16 - integer) : rest >> (integer - 16));
  const int32_t segment = fraction >> 9, start = log_table[segment];
  const int32_t slope = log_table[segment + 1] - start;
  return fraction + start + ((slope * (fraction - (segment << 9))) >> 16);
}

/* scale * ln x from 1 on, rounded in fixed point; modulo 2^32 before the last shift. */
static uint32_t log_of(uint32_t x, int32_t scale) {
  const int32_t integer = 31 - __builtin_clz(x);
  const int64_t log2 = integer * 0x10000 + log2_fraction(x, integer);
  const uint32_t ln = (uint32_t)((LN_2 * log2 + 0x8000) >> 16);
  return ((uint32_t)scale * ln + 0x8000) >> 16;
}

/* 0 for 0 and 1. */
static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_signal_filter_bank_log_params *params = node->params;
  const int32_t count = ((const thimble_count *)node->data)->count;
  const int32_t scale = (int32_t)params->output_scale, shift = params->correction_bits & 31;
  const uint32_t *input = thimble_input(node, 0)->data;
  int16_t *output = thimble_output(node, 0)->data;
  for (int32_t i = 0; i < count; i++) {
    const uint32_t scaled = input[i] << shift;
    const uint32_t value = scaled > 1 ? log_of(scaled, scale) : 0;
    output[i] = (int16_t)(value < INT16_MAX ? value : INT16_MAX);
  }
  return THIMBLE_OK;
}

THIMBLE_KERNEL(signal_filter_bank_log_u32, "SignalFilterBankLog", "uint32 -> int16", THIMBLE_EXACT_AS_STORED,
               .prepare = thimble_prepare_count, .invoke = invoke);

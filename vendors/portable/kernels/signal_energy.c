#include <thimble/kit/unary.h>
#include <thimble/params.h>

#include "portable_kernels.h"

/* re^2 + im^2 of the bins that count, 0 of the others. */
static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_signal_energy_params *params = node->params;
  const int32_t count = ((const thimble_count *)node->data)->count;
  const int16_t *input = thimble_input(node, 0)->data;
  uint32_t *output = thimble_output(node, 0)->data;
  for (int32_t i = 0; i < count; i++) output[i] = 0;
  for (int32_t bin = params->start; bin < params->end; bin++) {
    const int32_t real = input[2 * bin], imaginary = input[2 * bin + 1];
    output[bin] = (uint32_t)(real * real) + (uint32_t)(imaginary * imaginary);
  }
  return THIMBLE_OK;
}

THIMBLE_KERNEL(signal_energy_s16, "SignalEnergy", "int16 -> uint32", THIMBLE_EXACT_AS_STORED,
               .prepare = thimble_prepare_count, .invoke = invoke);

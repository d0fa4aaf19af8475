/* ADD of [15, n] and [n] as the instructions of shared/dsp.h: row i is what instruction i makes of both elements. */
#include <thimble/kit/glue.h>
#include <thimble/thimble.h>

#include "shared/dsp.h"

static uint32_t result_of(uint32_t instruction, uint32_t a, uint32_t b) {
  const int32_t sum = (int32_t)(a * 2654435761u + b);
  switch (instruction) {
    case 0: return (uint32_t)dsp_smlad(a, b, sum);
    case 1: return (uint32_t)dsp_smlabb(a, b, sum);
    case 2: return (uint32_t)dsp_smlabt(a, b, sum);
    case 3: return (uint32_t)dsp_smlatb(a, b, sum);
    case 4: return dsp_sxtb16(a);
    case 5: return dsp_sxtb16_ror8(a);
    case 6: return dsp_pkhbt(a, b);
    case 7: return dsp_pkhtb(a, b);
    case 8: return dsp_max_s8(a, b);
    case 9: return dsp_min_s8(a, b);
    case 10: return (uint32_t)dsp_smmulr((int32_t)a, (int32_t)b);
    case 11: return dsp_sxtab16(a, b);
    case 12: return dsp_sxtab16_ror8(a, b);
    case 13: return (uint32_t)dsp_smlatt(a, b, sum);
    default: return (uint32_t)dsp_smmla((int32_t)a, (int32_t)b, sum);
  }
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_tensor *rows = thimble_input(node, 0);
  const uint32_t *first = rows->data, *second = thimble_input(node, 1)->data;
  uint32_t *output = thimble_output(node, 0)->data;
  for (int32_t row = 0; row < rows->dims[0]; row++) {
    for (int32_t i = 0; i < rows->dims[1]; i++) *output++ = result_of((uint32_t)row, *first++, second[i]);
  }
  return THIMBLE_OK;
}

THIMBLE_KERNEL(add_s32, "ADD", "int32, int32 -> int32", THIMBLE_EXACT_AS_STORED, .invoke = invoke);

static const thimble_kernel *const kernels[] = {&add_s32};
THIMBLE_DEFINE_PACK(THIMBLE_PACK_ID, THIMBLE_PACK_VERSION, kernels);

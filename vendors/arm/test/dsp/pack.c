/* The instructions of dsp.h, of two words. */
#include "instructions.h"
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

WORD_INSTRUCTIONS_PACK(result_of);

/* The DSP extension's instructions themselves. */
#ifndef ARM_DSP_INSTRUCTIONS_H
#define ARM_DSP_INSTRUCTIONS_H

#include <arm_acle.h>
#include <stdint.h>

static inline int32_t dsp_smlad(uint32_t a, uint32_t b, int32_t sum) {
  return __smlad((int16x2_t)a, (int16x2_t)b, sum);
}

/* What <arm_acle.h> has no name for, or compilers make more of than one instruction. */
#define DSP_UNARY(name, instruction)                                   \
  static inline uint32_t name(uint32_t a) {                            \
    uint32_t result;                                                   \
    __asm__(instruction : "=r"(result) : "r"(a));                      \
    return result;                                                     \
  }

#define DSP_BINARY(name, type, instruction)                            \
  static inline type name(type a, type b) {                            \
    type result;                                                       \
    __asm__(instruction : "=r"(result) : "r"(a), "r"(b));              \
    return result;                                                     \
  }

#define DSP_MULTIPLY(name, type, instruction)                          \
  static inline int32_t name(type a, type b, int32_t sum) {            \
    int32_t result;                                                    \
    __asm__(instruction " %0, %1, %2, %3" : "=r"(result) : "r"(a), "r"(b), "r"(sum)); \
    return result;                                                     \
  }

/* SSUB8 and SEL: of each of four bytes the greater one, and the smaller one. */
#define DSP_SELECT(name, operands)                                     \
  static inline uint32_t name(uint32_t a, uint32_t b) {                \
    uint32_t result;                                                   \
    __asm__("ssub8 %0, %1, %2\n\tsel %0, " operands : "=&r"(result) : "r"(a), "r"(b)); \
    return result;                                                     \
  }

/* Two words, and the address behind them. */
static inline void dsp_load_two(const uint32_t **from, uint32_t *first, uint32_t *second) {
  const uint32_t(*words)[2] = (const uint32_t(*)[2]) * from;
  __asm__("ldrd %0, %1, [%2], #8" : "=&r"(*first), "=&r"(*second), "+r"(*from) : "m"(*words));
}

DSP_SELECT(dsp_max_s8, "%1, %2")
DSP_SELECT(dsp_min_s8, "%2, %1")
DSP_UNARY(dsp_sxtb16, "sxtb16 %0, %1")
DSP_UNARY(dsp_sxtb16_ror8, "sxtb16 %0, %1, ror #8")
DSP_BINARY(dsp_sxtab16, uint32_t, "sxtab16 %0, %1, %2")
DSP_BINARY(dsp_sxtab16_ror8, uint32_t, "sxtab16 %0, %1, %2, ror #8")
DSP_BINARY(dsp_pkhbt, uint32_t, "pkhbt %0, %1, %2, lsl #16")
DSP_BINARY(dsp_pkhtb, uint32_t, "pkhtb %0, %2, %1, asr #16")
DSP_BINARY(dsp_smmulr, int32_t, "smmulr %0, %1, %2")
DSP_MULTIPLY(dsp_smmla, int32_t, "smmla")
DSP_MULTIPLY(dsp_smlabb, uint32_t, "smlabb")
DSP_MULTIPLY(dsp_smlabt, uint32_t, "smlabt")
DSP_MULTIPLY(dsp_smlatb, uint32_t, "smlatb")
DSP_MULTIPLY(dsp_smlatt, uint32_t, "smlatt")

#endif

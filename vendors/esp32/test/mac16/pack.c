/* The instructions of mac16.h, of two words. */
#include "instructions.h"
#include "mac16/mac16.h"

enum { DD, DD_LDINC_ODD, DD_LDINC_EVEN, AA, LDINC };

/* Each way to give the halves is an instruction of its own. */
#define FOR_EACH_HALVES(kind, call)                      \
  case 4 * kind: call(MAC16_LL); break;                  \
  case 4 * kind + 1: call(MAC16_HL); break;              \
  case 4 * kind + 2: call(MAC16_LH); break;              \
  case 4 * kind + 3: call(MAC16_HH); break;

#define CALL_DD(halves)                                                       \
  mac16_mula_dd(&at, halves, 0, 2), mac16_mula_dd(&at, halves, 0, 3),         \
      mac16_mula_dd(&at, halves, 1, 2), mac16_mula_dd(&at, halves, 1, 3)
#define CALL_DD_LDINC_ODD(halves)                       \
  mac16_mula_dd_ldinc(&at, halves, 1, &from, 0, 2),     \
      mac16_mula_dd_ldinc(&at, halves, 3, &from, 0, 2), mac16_mula_dd(&at, halves, 1, 3)
#define CALL_DD_LDINC_EVEN(halves)                      \
  mac16_mula_dd_ldinc(&at, halves, 0, &from, 1, 3),     \
      mac16_mula_dd_ldinc(&at, halves, 2, &from, 1, 3), mac16_mula_dd(&at, halves, 0, 2)
#define CALL_AA(halves) mac16_mula_aa(&at, halves, a, b), mac16_mula_aa(&at, halves, b, a + b)

/* Products of rows in a loop: 0 to 3 steps of them. */
static uint32_t multiply_steps(mac16 *at, uint32_t a, uint32_t b) {
  _Alignas(4) int16_t halves[16];
  for (uint32_t i = 0; i < 16; i++) halves[i] = (int16_t)(i & 1 ? a * (i + 1) >> 16 : b + i);
  const uintptr_t start = (uintptr_t)halves - 4;
  uintptr_t first = start, second = start + 4;
  mac16_start(at, a);
  mac16_multiply_steps(at, &first, &second, (int32_t)(a & 3));
  return mac16_sum(at) + (first - start) + (second - start) * 256;
}

static uint32_t result_of(uint32_t instruction, uint32_t a, uint32_t b) {
  _Alignas(4) const int16_t halves[4] = {(int16_t)b, (int16_t)(b >> 16), (int16_t)a, (int16_t)(a >> 16)};
  uintptr_t from = (uintptr_t)halves - 4;
  mac16 at;
  mac16_set(&at, 0, a);
  mac16_set(&at, 1, b);
  mac16_set(&at, 2, a * 2654435761u);
  mac16_set(&at, 3, a + b);
  mac16_start(&at, a * 2246822519u + b);
  switch (instruction) {
    FOR_EACH_HALVES(DD, CALL_DD)
    FOR_EACH_HALVES(DD_LDINC_ODD, CALL_DD_LDINC_ODD)
    FOR_EACH_HALVES(DD_LDINC_EVEN, CALL_DD_LDINC_EVEN)
    FOR_EACH_HALVES(AA, CALL_AA)
    case 4 * LDINC: return multiply_steps(&at, a, b);
    default:
      mac16_ldinc(&at, 1, &from);
      mac16_ldinc(&at, 2, &from);
      mac16_mula_dd(&at, MAC16_LL, 1, 2);
      mac16_mula_dd(&at, MAC16_HH, 1, 2);
  }
  return mac16_sum(&at);
}

WORD_INSTRUCTIONS_PACK(result_of);

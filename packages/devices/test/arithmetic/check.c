/* Holds the arithmetic that Xtensa's programs bring along to the host's own, on random operands of every kind. */
#define __umulsidi3 our_umulsidi3
#define __muldi3 our_muldi3
#define __udivdi3 our_udivdi3
#define __umoddi3 our_umoddi3
#define __divdi3 our_divdi3
#define __udivsi3 our_udivsi3
#define __umodsi3 our_umodsi3
#define __divsi3 our_divsi3
#define __addsf3 our_addsf3
#define __subsf3 our_subsf3
#define __mulsf3 our_mulsf3
#define __adddf3 our_adddf3
#define __subdf3 our_subdf3
#define __muldf3 our_muldf3
#define __divdf3 our_divdf3
#define __extendsfdf2 our_extendsfdf2
#define __truncdfsf2 our_truncdfsf2
#define __floatsisf our_floatsisf
#define __floatunsisf our_floatunsisf
#define __floatsidf our_floatsidf
#define __floatunsidf our_floatunsidf
#define __fixdfsi our_fixdfsi
#define __fixunsdfsi our_fixunsdfsi
#define __fixunssfsi our_fixunssfsi
#include "../../runner/xtensa/integers.c"
#define divide divide_reals
#include "../../runner/xtensa/floats.c"

#include <stdio.h>
#include <string.h>

enum { ROUNDS = 1000000, MOST_COMPLAINTS = 10 };

static uint64_t state = 88172645463325252u;
static int complaints = 0;

/* Marsaglia's xorshift. */
static uint64_t random_bits(void) {
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return state;
}

/* Numbers of all sizes: subnormal, of like exponents, with few bits, infinite, none. */
static double random_double(void) {
  uint64_t bits = random_bits();
  const uint64_t sign = bits & (1ull << 63), fraction = bits & ((1ull << 52) - 1);
  switch (random_bits() % 5) {
    case 0: bits = sign | fraction; break;
    case 1: bits = sign | fraction | ((988 + random_bits() % 70) << 52); break;
    case 2: bits = sign | ((random_bits() % 2048) << 52) | ((random_bits() % 4) << 50); break;
    case 3: bits = sign | fraction | ((873 + random_bits() % 300) << 52); break;
  }
  double value;
  memcpy(&value, &bits, sizeof value);
  return value;
}

static float random_single(void) {
  uint32_t bits = (uint32_t)(random_bits() >> 9);
  const uint32_t kept = bits & 0x807fffffu;
  if (random_bits() % 3 == 0) bits = kept;
  else if (random_bits() % 2 == 0) bits = kept | (uint32_t)((102 + random_bits() % 50) << 23);
  float value;
  memcpy(&value, &bits, sizeof value);
  return value;
}

static int same_double(double a, double b) { return (a != a && b != b) || memcmp(&a, &b, sizeof a) == 0; }
static int same_single(float a, float b) { return (a != a && b != b) || memcmp(&a, &b, sizeof a) == 0; }

#define HOLDS(condition) \
  if (!(condition) && complaints++ < MOST_COMPLAINTS) \
  printf("%s: a = %a, b = %a, x = %a, y = %a, m = %d, n = %d\n", #condition, a, b, x, y, m, n)

static void check_once(void) {
  const double a = random_double(), b = random_double();
  const float x = random_single(), y = random_single();
  const int32_t m = (int32_t)(random_bits() >> 20), n = (int32_t)(random_bits() >> (20 + random_bits() % 20)) | 1;
  const uint32_t um = (uint32_t)m, un = (uint32_t)n;
  const int64_t wide = (int64_t)(random_bits() >> (1 + random_bits() % 50)) * (random_bits() % 2 ? 1 : -1);
  const int64_t divisor = (int64_t)(random_bits() >> (1 + random_bits() % 50)) | 1;
  HOLDS(same_double(our_adddf3(a, b), a + b));
  HOLDS(same_double(our_subdf3(a, b), a - b));
  HOLDS(same_double(our_muldf3(a, b), a * b));
  HOLDS(same_double(our_divdf3(a, b), a / b));
  HOLDS(same_single(our_addsf3(x, y), x + y));
  HOLDS(same_single(our_subsf3(x, y), x - y));
  HOLDS(same_single(our_mulsf3(x, y), x * y));
  HOLDS(same_double(our_extendsfdf2(x), (double)x));
  HOLDS(same_single(our_truncdfsf2(a), (float)a));
  HOLDS(same_single(our_floatsisf(m), (float)m));
  HOLDS(same_single(our_floatunsisf(um), (float)um));
  HOLDS(same_double(our_floatsidf(m), (double)m));
  HOLDS(same_double(our_floatunsidf(um), (double)um));
  HOLDS(!(a > -2147483649.0 && a < 2147483648.0) || our_fixdfsi(a) == (int32_t)a);
  HOLDS(!(a > -1 && a < 4294967296.0) || our_fixunsdfsi(a) == (uint32_t)a);
  HOLDS(!(x > -1 && x < 4294967296.0f) || our_fixunssfsi(x) == (uint32_t)x);
  HOLDS(our_umulsidi3(um, un) == (uint64_t)um * un);
  HOLDS(our_muldi3(wide, divisor) == (int64_t)((uint64_t)wide * (uint64_t)divisor));
  HOLDS(our_divdi3(wide, divisor) == wide / divisor);
  HOLDS(our_umoddi3((uint64_t)wide, (uint64_t)divisor) == (uint64_t)wide % (uint64_t)divisor);
  HOLDS(our_divsi3(m, n) == m / n);
  HOLDS(our_udivsi3(um, un) == um / un);
  HOLDS(our_umodsi3(um, un) == um % un);
}

int main(void) {
  for (int round = 0; round < ROUNDS; round++) check_once();
  return complaints > 0;
}

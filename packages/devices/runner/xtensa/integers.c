/* Integer arithmetic that the compiler calls and its library leaves to the chip's ROM. */
#include <stdint.h>

/* Of 16 by 16 bits: a core multiplies so many at least. */
uint64_t __umulsidi3(uint32_t a, uint32_t b) {
  const uint32_t a_low = a & 0xffff, a_high = a >> 16, b_low = b & 0xffff, b_high = b >> 16;
  const uint32_t low = a_low * b_low, high = a_high * b_high;
  const uint32_t middle = a_high * b_low + (low >> 16);
  const uint32_t other = a_low * b_high + (middle & 0xffff);
  return ((uint64_t)(high + (middle >> 16) + (other >> 16)) << 32) | (other << 16) | (low & 0xffff);
}

int64_t __muldi3(int64_t a, int64_t b) {
  const uint32_t a_low = (uint32_t)a, a_high = (uint32_t)((uint64_t)a >> 32);
  const uint32_t b_low = (uint32_t)b, b_high = (uint32_t)((uint64_t)b >> 32);
  const uint64_t low = __umulsidi3(a_low, b_low);
  const uint32_t high = (uint32_t)(low >> 32) + a_low * b_high + a_high * b_low;
  return (int64_t)(((uint64_t)high << 32) | (uint32_t)low);
}

/* A bit of the quotient at a time. Division by 0 gives all ones, as on cores that have the instruction. */
static uint64_t divide(uint64_t dividend, uint64_t divisor, int bits, uint64_t *remainder) {
  uint64_t quotient = 0, rest = 0;
  for (int bit = bits - 1; bit >= 0; bit--) {
    rest = (rest << 1) | ((dividend >> bit) & 1);
    quotient <<= 1;
    if (rest >= divisor) rest -= divisor, quotient |= 1;
  }
  *remainder = rest;
  return quotient;
}

static uint64_t magnitude(int64_t value) { return value < 0 ? 0 - (uint64_t)value : (uint64_t)value; }

uint64_t __udivdi3(uint64_t a, uint64_t b) {
  uint64_t rest;
  return divide(a, b, 64, &rest);
}

uint64_t __umoddi3(uint64_t a, uint64_t b) {
  uint64_t rest;
  divide(a, b, 64, &rest);
  return rest;
}

int64_t __divdi3(int64_t a, int64_t b) {
  const uint64_t quotient = __udivdi3(magnitude(a), magnitude(b));
  return (int64_t)((a < 0) != (b < 0) ? 0 - quotient : quotient);
}

/* As above, in 32 bits: the loop is what takes time. */
static uint32_t divide32(uint32_t dividend, uint32_t divisor, uint32_t *remainder) {
  uint32_t quotient = 0, rest = 0;
  for (int bit = 31; bit >= 0; bit--) {
    const uint32_t carry = rest >> 31;
    rest = (rest << 1) | ((dividend >> bit) & 1);
    quotient <<= 1;
    if (carry || rest >= divisor) rest -= divisor, quotient |= 1;
  }
  *remainder = rest;
  return quotient;
}

uint32_t __udivsi3(uint32_t a, uint32_t b) {
  uint32_t rest;
  return divide32(a, b, &rest);
}

uint32_t __umodsi3(uint32_t a, uint32_t b) {
  uint32_t rest;
  divide32(a, b, &rest);
  return rest;
}

int32_t __divsi3(int32_t a, int32_t b) {
  const uint32_t quotient = __udivsi3((uint32_t)magnitude(a), (uint32_t)magnitude(b));
  return (int32_t)((a < 0) != (b < 0) ? 0 - quotient : quotient);
}

/*
 * IEEE 754 arithmetic that the compiler calls and its library leaves to the chip's ROM, rounded to nearest, ties to even.
 *
 * Every operation goes through one form: value = fraction * 2^exponent, with bit 62 of a fraction set and its lowest bit
 * sticky; a format's rounding comes last, and once.
 */
#include <stdint.h>

enum kind { ZERO, FINITE, INFINITE, NO_NUMBER };

typedef struct {
  enum kind kind;
  uint32_t is_negative;
  int32_t exponent;
  uint64_t fraction;
} real;

typedef struct {
  int fraction_bits;
  int exponent_bits;
} format;

static const format SINGLE = {23, 8}, DOUBLE = {52, 11};

uint64_t __umulsidi3(uint32_t a, uint32_t b);

static int bias_of(format f) { return (1 << (f.exponent_bits - 1)) - 1; }

/* Shifts right; what falls off is remembered in the lowest bit. */
static uint64_t shift_sticky(uint64_t value, int count) {
  if (count <= 0) return value;
  if (count > 63) return value != 0;
  return (value >> count) | ((value << (64 - count)) != 0);
}

/* Brings a fraction below 2^63 to where it belongs. */
static real normalized(uint32_t is_negative, int32_t exponent, uint64_t fraction) {
  if (fraction == 0) return (real){ZERO, is_negative, 0, 0};
  while (!(fraction >> 62)) fraction <<= 1, exponent--;
  return (real){FINITE, is_negative, exponent, fraction};
}

static real unpack(uint64_t bits, format f) {
  const uint64_t fraction = bits & (((uint64_t)1 << f.fraction_bits) - 1);
  const int32_t exponent = (int32_t)(bits >> f.fraction_bits) & ((1 << f.exponent_bits) - 1);
  const uint32_t is_negative = (uint32_t)(bits >> (f.fraction_bits + f.exponent_bits)) & 1;
  const int32_t lowest = 1 - bias_of(f) - f.fraction_bits;
  if (exponent == (1 << f.exponent_bits) - 1) return (real){fraction ? NO_NUMBER : INFINITE, is_negative, 0, 0};
  if (exponent == 0) return normalized(is_negative, lowest, fraction);
  return normalized(is_negative, lowest + exponent - 1, fraction | ((uint64_t)1 << f.fraction_bits));
}

static uint64_t pack(real value, format f) {
  const uint64_t sign = (uint64_t)value.is_negative << (f.fraction_bits + f.exponent_bits);
  const uint64_t infinite = (uint64_t)((1 << f.exponent_bits) - 1) << f.fraction_bits;
  if (value.kind == NO_NUMBER) return infinite | ((uint64_t)1 << (f.fraction_bits - 1));
  if (value.kind == INFINITE) return sign | infinite;
  if (value.kind == ZERO) return sign;
  const int32_t biased = value.exponent + 62 + bias_of(f);
  const int dropped = 62 - f.fraction_bits + (biased < 1 ? 1 - biased : 0);
  /* Two more bits are kept: a half, and whether there is less. */
  const uint64_t kept = shift_sticky(value.fraction, dropped - 2);
  const uint64_t rounded = (kept >> 2) + (((kept & 3) == 3) || ((kept & 7) == 6));
  /* A fraction's leading 1 adds itself to the exponent; so does a carry. */
  const uint64_t magnitude = ((uint64_t)(biased < 1 ? 0 : biased - 1) << f.fraction_bits) + rounded;
  return sign | (biased > 2 * bias_of(f) || magnitude >= infinite ? infinite : magnitude);
}

static const real nothing = {NO_NUMBER, 0, 0, 0};

static real add(real a, real b) {
  if (a.kind == NO_NUMBER || b.kind == NO_NUMBER) return nothing;
  if (a.kind == INFINITE) return b.kind == INFINITE && a.is_negative != b.is_negative ? nothing : a;
  if (b.kind == INFINITE) return b;
  if (a.kind == ZERO && b.kind == ZERO) return (real){ZERO, a.is_negative & b.is_negative, 0, 0};
  if (a.kind == ZERO) return b;
  if (b.kind == ZERO) return a;
  const int a_is_larger = a.exponent != b.exponent ? a.exponent > b.exponent : a.fraction >= b.fraction;
  const real larger = a_is_larger ? a : b, smaller = a_is_larger ? b : a;
  const uint64_t moved = shift_sticky(smaller.fraction, larger.exponent - smaller.exponent);
  if (larger.is_negative == smaller.is_negative)
    return normalized(larger.is_negative, larger.exponent + 1, shift_sticky(larger.fraction + moved, 1));
  const uint64_t difference = larger.fraction - moved;
  return difference ? normalized(larger.is_negative, larger.exponent, difference) : (real){ZERO, 0, 0, 0};
}

static real multiply(real a, real b) {
  const uint32_t is_negative = a.is_negative ^ b.is_negative;
  if (a.kind == NO_NUMBER || b.kind == NO_NUMBER) return nothing;
  if (a.kind == INFINITE || b.kind == INFINITE)
    return a.kind == ZERO || b.kind == ZERO ? nothing : (real){INFINITE, is_negative, 0, 0};
  if (a.kind == ZERO || b.kind == ZERO) return (real){ZERO, is_negative, 0, 0};
  const uint32_t a_low = (uint32_t)a.fraction, a_high = (uint32_t)(a.fraction >> 32);
  const uint32_t b_low = (uint32_t)b.fraction, b_high = (uint32_t)(b.fraction >> 32);
  const uint64_t low = __umulsidi3(a_low, b_low);
  const uint64_t middle = __umulsidi3(a_high, b_low) + (low >> 32);
  const uint64_t other = __umulsidi3(a_low, b_high) + (uint32_t)middle;
  const uint64_t high = __umulsidi3(a_high, b_high) + (middle >> 32) + (other >> 32);
  const uint32_t is_inexact = ((uint32_t)other | (uint32_t)low) != 0;
  return normalized(is_negative, a.exponent + b.exponent + 64, high | is_inexact);
}

static real divide(real a, real b) {
  const uint32_t is_negative = a.is_negative ^ b.is_negative;
  if (a.kind == NO_NUMBER || b.kind == NO_NUMBER || (a.kind == b.kind && a.kind != FINITE)) return nothing;
  if (a.kind == ZERO || b.kind == INFINITE) return (real){ZERO, is_negative, 0, 0};
  if (a.kind == INFINITE || b.kind == ZERO) return (real){INFINITE, is_negative, 0, 0};
  uint64_t rest = a.fraction, quotient = 0;
  for (int bit = 0; bit < 62; bit++) {
    quotient <<= 1;
    if (rest >= b.fraction) rest -= b.fraction, quotient |= 1;
    rest <<= 1;
  }
  return normalized(is_negative, a.exponent - b.exponent - 61, quotient | (rest != 0));
}

static real of_integer(uint32_t is_negative, uint32_t magnitude) { return normalized(is_negative, 0, magnitude); }

/* Towards 0, of what fits; anything else gives the nearest that does. */
static uint32_t to_magnitude(real value, uint32_t most) {
  if (value.kind == ZERO || value.kind == NO_NUMBER) return 0;
  if (value.kind == INFINITE || value.exponent > -31) return most;
  const uint64_t whole = value.exponent < -62 ? 0 : value.fraction >> -value.exponent;
  return whole > most ? most : (uint32_t)whole;
}

typedef union {
  float value;
  uint32_t bits;
} single_bits;

typedef union {
  double value;
  uint64_t bits;
} double_bits;

static real of_single(float value) { return unpack((single_bits){value}.bits, SINGLE); }
static real of_double(double value) { return unpack((double_bits){value}.bits, DOUBLE); }
static float to_single(real value) { return (single_bits){.bits = (uint32_t)pack(value, SINGLE)}.value; }
static double to_double(real value) { return (double_bits){.bits = pack(value, DOUBLE)}.value; }

static real negated(real value) {
  value.is_negative ^= 1;
  return value;
}

static int32_t to_signed(real value) {
  return (int32_t)(value.is_negative ? 0 - to_magnitude(value, 0x80000000u) : to_magnitude(value, 0x7fffffffu));
}

static uint32_t to_unsigned(real value) { return value.is_negative ? 0 : to_magnitude(value, 0xffffffffu); }

float __addsf3(float a, float b) { return to_single(add(of_single(a), of_single(b))); }
float __subsf3(float a, float b) { return to_single(add(of_single(a), negated(of_single(b)))); }
float __mulsf3(float a, float b) { return to_single(multiply(of_single(a), of_single(b))); }
double __adddf3(double a, double b) { return to_double(add(of_double(a), of_double(b))); }
double __subdf3(double a, double b) { return to_double(add(of_double(a), negated(of_double(b)))); }
double __muldf3(double a, double b) { return to_double(multiply(of_double(a), of_double(b))); }
double __divdf3(double a, double b) { return to_double(divide(of_double(a), of_double(b))); }
double __extendsfdf2(float value) { return to_double(of_single(value)); }
float __truncdfsf2(double value) { return to_single(of_double(value)); }

float __floatunsisf(uint32_t value) { return to_single(of_integer(0, value)); }
double __floatunsidf(uint32_t value) { return to_double(of_integer(0, value)); }
float __floatsisf(int32_t value) { return to_single(of_integer(value < 0, value < 0 ? 0u - (uint32_t)value : (uint32_t)value)); }
double __floatsidf(int32_t value) { return to_double(of_integer(value < 0, value < 0 ? 0u - (uint32_t)value : (uint32_t)value)); }

int32_t __fixdfsi(double value) { return to_signed(of_double(value)); }
uint32_t __fixunsdfsi(double value) { return to_unsigned(of_double(value)); }
uint32_t __fixunssfsi(float value) { return to_unsigned(of_single(value)); }

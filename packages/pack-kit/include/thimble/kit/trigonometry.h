/* Sine and cosine of doubles without a math library. */
#ifndef THIMBLE_KIT_TRIGONOMETRY_H
#define THIMBLE_KIT_TRIGONOMETRY_H

#include <stdint.h>

/** A quarter turn in two parts: small multiples of the first one are exact. */
#define THIMBLE_QUARTER_TURN 0x1.921fb544p+0
#define THIMBLE_QUARTER_TURN_REST 0x1.0b4611a626331p-34

/**
 * What Taylor's series has behind its first term, as a part of it: -s / (k (k + 1)) (1 - s / ((k + 2) (k + 3)) (1 - ...
 * k is 1 for the cosine and 2 for the sine of a root of s, s < 0.63.
 */
static inline double thimble_taylor_rest(double s, int32_t k) {
  double rest = 0;
  for (int32_t n = k + 14; n >= k; n -= 2) rest = -s / (n * (n + 1)) * (1 + rest);
  return rest;
}

/** The sine of x and `quarters` quarter turns, within a unit in the last place for |x| <= 8. */
static inline double thimble_turned_sine(double x, int32_t quarters) {
  const double turns = x * 0.63661977236758134;
  const int32_t n = (int32_t)(turns < 0 ? turns - 0.5 : turns + 0.5);
  const double most = x - n * THIMBLE_QUARTER_TURN, less = n * THIMBLE_QUARTER_TURN_REST;
  /* r + tail is what quarter turns leave: the tail is what r has no bits for. */
  const double r = most - less, tail = (most - r) - less;
  const int32_t quadrant = (n + quarters) & 3;
  const double sine = r + (r * thimble_taylor_rest(r * r, 2) + tail * (1 - r * r / 2));
  const double cosine = 1 + (thimble_taylor_rest(r * r, 1) - r * tail);
  const double value = quadrant & 1 ? cosine : sine;
  return quadrant & 2 ? -value : value;
}

static inline double thimble_sin(double x) { return thimble_turned_sine(x, 0); }

static inline double thimble_cos(double x) { return thimble_turned_sine(x, 1); }

#endif

/* Butterflies of factors that lengths seldom have: 5, and others that are odd. See butterflies.h. */
#ifndef PORTABLE_RARE_BUTTERFLIES_H
#define PORTABLE_RARE_BUTTERFLIES_H

#include "complex.h"

/* Sums and differences of the outer two and of the inner two, turned by 72 and 144 degrees. */
static void fft_butterfly_5(fft_complex *data, const fft_complex *twiddles, int32_t length, int32_t step) {
  const fft_complex once = twiddles[step * length], twice = twiddles[2 * step * length];
  for (int32_t k = 0; k < length; k++, data++) {
    fft_complex part[5] = {fft_divided(data[0], 5)};
    for (int32_t i = 1; i < 5; i++) part[i] = fft_rotate(fft_divided(data[i * length], 5), twiddles[i * k * step]);
    const fft_complex outer = fft_add(part[1], part[4]), outer_rest = fft_subtract(part[1], part[4]);
    const fft_complex inner = fft_add(part[2], part[3]), inner_rest = fft_subtract(part[2], part[3]);
    const fft_complex near = fft_add(part[0], fft_add(fft_scale(outer, once.real), fft_scale(inner, twice.real)));
    const fft_complex far = fft_add(part[0], fft_add(fft_scale(outer, twice.real), fft_scale(inner, once.real)));
    const fft_complex near_turned =
        fft_add(fft_scale(outer_rest, once.imaginary), fft_scale(inner_rest, twice.imaginary));
    const fft_complex far_turned =
        fft_subtract(fft_scale(outer_rest, twice.imaginary), fft_scale(inner_rest, once.imaginary));
    data[0] = fft_add(part[0], fft_add(outer, inner));
    data[length] = fft_add_turned(near, near_turned);
    data[4 * length] = fft_subtract_turned(near, near_turned);
    data[2 * length] = fft_add_turned(far, far_turned);
    data[3 * length] = fft_subtract_turned(far, far_turned);
  }
}

/* One number of a transform of `count` parts: their sum, each turned by `step` more than the one before. */
static inline fft_complex fft_sum_rotated(const fft_complex *parts, int32_t count, const fft_complex *twiddles,
                                          int32_t turn, int32_t step) {
  fft_complex sum = parts[0];
  for (int32_t i = 1, at = step; i < count; i++, at += step) {
    if (at >= turn) at -= turn;
    sum = fft_add(sum, fft_rotate(parts[i], twiddles[at]));
  }
  return sum;
}

/* Any other factor, with room for as many numbers: each output is a sum of all inputs. */
static void fft_butterfly_any(fft_complex *data, const fft_complex *twiddles, int32_t length, int32_t step,
                              int32_t factor, fft_complex *room) {
  const int32_t turn = step * length * factor;
  for (int32_t first = 0; first < length; first++) {
    for (int32_t i = 0; i < factor; i++) room[i] = fft_divided(data[first + i * length], factor);
    for (int32_t out = first; out < factor * length; out += length)
      data[out] = fft_sum_rotated(room, factor, twiddles, turn, step * out);
  }
}

#endif

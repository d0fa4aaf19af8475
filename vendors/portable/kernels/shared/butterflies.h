/*
 * Butterflies: each makes one transform of some of `length` complex numbers, which follow each other. Twiddle factors of
 * it are `step` apart; the first of the transforms needs none.
 */
#ifndef PORTABLE_BUTTERFLIES_H
#define PORTABLE_BUTTERFLIES_H

#include "complex.h"

static void fft_butterfly_2(fft_complex *data, const fft_complex *twiddles, int32_t length, int32_t step) {
  for (int32_t k = 0; k < length; k++, data++) {
    const fft_complex first = fft_divided(data[0], 2);
    const fft_complex second = fft_rotate(fft_divided(data[length], 2), twiddles[k * step]);
    data[0] = fft_add(first, second);
    data[length] = fft_subtract(first, second);
  }
}

/* The sum and the difference of the second and the third, turned by 120 degrees, whose cosine is -1 / 2. */
static void fft_butterfly_3(fft_complex *data, const fft_complex *twiddles, int32_t length, int32_t step) {
  const fft_element sine = twiddles[step * length].imaginary;
  for (int32_t k = 0; k < length; k++, data++) {
    const fft_complex first = fft_divided(data[0], 3);
    const fft_complex second = fft_rotate(fft_divided(data[length], 3), twiddles[k * step]);
    const fft_complex third = fft_rotate(fft_divided(data[2 * length], 3), twiddles[2 * k * step]);
    const fft_complex sum = fft_add(second, third);
    const fft_complex rest = fft_subtract(first, fft_half(sum));
    const fft_complex turned = fft_scale(fft_subtract(second, third), sine);
    data[0] = fft_add(first, sum);
    data[length] = fft_add_turned(rest, turned);
    data[2 * length] = fft_subtract_turned(rest, turned);
  }
}

static void fft_butterfly_4(fft_complex *data, const fft_complex *twiddles, int32_t length, int32_t step,
                            int32_t is_inverse) {
  fft_complex *const turned = data + (is_inverse ? 1 : 3) * length, *const other = data + (is_inverse ? 3 : 1) * length;
  for (int32_t k = 0; k < length; k++, data++) {
    const fft_complex first = fft_divided(data[0], 4);
    const fft_complex second = fft_rotate(fft_divided(data[length], 4), twiddles[k * step]);
    const fft_complex third = fft_rotate(fft_divided(data[2 * length], 4), twiddles[2 * k * step]);
    const fft_complex fourth = fft_rotate(fft_divided(data[3 * length], 4), twiddles[3 * k * step]);
    const fft_complex even = fft_add(first, third), odd = fft_add(second, fourth);
    const fft_complex even_rest = fft_subtract(first, third), odd_rest = fft_subtract(second, fourth);
    data[0] = fft_add(even, odd);
    data[2 * length] = fft_subtract(even, odd);
    turned[k] = fft_add_turned(even_rest, odd_rest);
    other[k] = fft_subtract_turned(even_rest, odd_rest);
  }
}

#endif

/*
 * Complex numbers of one type in a Fourier transform. What includes this has the arithmetic: fft_element; fft_divide, by
 * which transforms divide by their length as they go; fft_sum, fft_difference, and half of both, fft_half_sum and
 * fft_half_difference; fft_sum_of_products (a b + c d) and fft_difference_of_products.
 */
#ifndef PORTABLE_COMPLEX_H
#define PORTABLE_COMPLEX_H

typedef struct {
  fft_element real;
  fft_element imaginary;
} fft_complex;

static inline fft_complex fft_add(fft_complex a, fft_complex b) {
  return (fft_complex){fft_sum(a.real, b.real), fft_sum(a.imaginary, b.imaginary)};
}

static inline fft_complex fft_subtract(fft_complex a, fft_complex b) {
  return (fft_complex){fft_difference(a.real, b.real), fft_difference(a.imaginary, b.imaginary)};
}

/* a + i b. */
static inline fft_complex fft_add_turned(fft_complex a, fft_complex b) {
  return (fft_complex){fft_difference(a.real, b.imaginary), fft_sum(a.imaginary, b.real)};
}

/* a - i b. */
static inline fft_complex fft_subtract_turned(fft_complex a, fft_complex b) {
  return (fft_complex){fft_sum(a.real, b.imaginary), fft_difference(a.imaginary, b.real)};
}

static inline fft_complex fft_divided(fft_complex a, int32_t divisor) {
  return (fft_complex){fft_divide(a.real, divisor), fft_divide(a.imaginary, divisor)};
}

static inline fft_complex fft_rotate(fft_complex a, fft_complex by) {
  return (fft_complex){fft_difference_of_products(a.real, by.real, a.imaginary, by.imaginary),
                       fft_sum_of_products(a.real, by.imaginary, a.imaginary, by.real)};
}

/* a times a part of a twiddle factor. */
static inline fft_complex fft_scale(fft_complex a, fft_element by) {
  return (fft_complex){fft_sum_of_products(a.real, by, 0, 0), fft_sum_of_products(a.imaginary, by, 0, 0)};
}

static inline fft_complex fft_half(fft_complex a) {
  return (fft_complex){fft_half_sum(a.real, 0), fft_half_sum(a.imaginary, 0)};
}

#endif

#include <thimble/kit/fft.h>

#include "portable_kernels.h"

/* SignalRfft and SignalIrfft of floats: the forward transform does not divide, the inverse one does at its end. */
typedef float fft_element;

static inline fft_element fft_divide(fft_element x, int32_t divisor) {
  (void)divisor;
  return x;
}

static inline fft_element fft_sum(fft_element a, fft_element b) { return a + b; }

static inline fft_element fft_difference(fft_element a, fft_element b) { return a - b; }

static inline fft_element fft_half_sum(fft_element a, fft_element b) { return (a + b) / 2; }

static inline fft_element fft_half_difference(fft_element a, fft_element b) { return (a - b) / 2; }

static inline fft_element fft_sum_of_products(fft_element a, fft_element b, fft_element c, fft_element d) {
  return a * b + c * d;
}

static inline fft_element fft_difference_of_products(fft_element a, fft_element b, fft_element c, fft_element d) {
  return a * b - c * d;
}

static inline fft_element fft_twiddle(double x) { return (float)x; }

static inline void fft_divide_by_length(fft_element *samples, int32_t length) {
  for (int32_t i = 0; i < length; i++) samples[i] /= (float)length;
}

#include "shared/fft.h"

FFT_KERNELS(f32, "float32", THIMBLE_WITHIN_TOLERANCE);

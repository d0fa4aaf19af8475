#include <thimble/kit/fft.h>

#include "portable_kernels.h"

/* SignalRfft and SignalIrfft in Q0.31; sums wrap. */
typedef int32_t fft_element;

/* Q0.62 to Q0.31, rounded half up. */
static inline fft_element to_q31(int64_t x) { return (int32_t)((x + INT64_C(0x40000000)) >> 31); }

/* Where `divisor` is a constant, its reciprocal is, too. */
static inline fft_element fft_divide(fft_element x, int32_t divisor) {
  return to_q31((int64_t)x * (0x7fffffff / divisor));
}

static inline fft_element fft_sum(fft_element a, fft_element b) { return (int32_t)((uint32_t)a + (uint32_t)b); }

static inline fft_element fft_difference(fft_element a, fft_element b) { return (int32_t)((uint32_t)a - (uint32_t)b); }

static inline fft_element fft_half_sum(fft_element a, fft_element b) { return fft_sum(a, b) >> 1; }

static inline fft_element fft_half_difference(fft_element a, fft_element b) { return fft_difference(a, b) >> 1; }

static inline fft_element fft_sum_of_products(fft_element a, fft_element b, fft_element c, fft_element d) {
  return to_q31((int64_t)a * b + (int64_t)c * d);
}

static inline fft_element fft_difference_of_products(fft_element a, fft_element b, fft_element c, fft_element d) {
  return to_q31((int64_t)a * b - (int64_t)c * d);
}

static inline fft_element fft_twiddle(double x) { return thimble_fixed_twiddle(x, 0x7fffffff); }

static inline void fft_divide_by_length(fft_element *samples, int32_t length) { (void)samples, (void)length; }

#include "shared/fft.h"

FFT_KERNELS(s32, "int32", THIMBLE_EXACT_AS_STORED);

#include <thimble/kit/fft.h>

#include "portable_kernels.h"

/* SignalRfft and SignalIrfft in Q0.15; sums wrap. */
typedef int16_t fft_element;

/* Q0.30 to Q0.15, rounded half up. */
static inline fft_element to_q15(int32_t x) { return (int16_t)((x + 0x4000) >> 15); }

/* Where `divisor` is a constant, its reciprocal is, too. */
static inline fft_element fft_divide(fft_element x, int32_t divisor) { return to_q15(x * (0x7fff / divisor)); }

static inline fft_element fft_sum(fft_element a, fft_element b) { return (int16_t)(a + b); }

static inline fft_element fft_difference(fft_element a, fft_element b) { return (int16_t)(a - b); }

static inline fft_element fft_half_sum(fft_element a, fft_element b) { return (int16_t)((a + b) >> 1); }

static inline fft_element fft_half_difference(fft_element a, fft_element b) { return (int16_t)((a - b) >> 1); }

static inline fft_element fft_sum_of_products(fft_element a, fft_element b, fft_element c, fft_element d) {
  return to_q15(a * b + c * d);
}

static inline fft_element fft_difference_of_products(fft_element a, fft_element b, fft_element c, fft_element d) {
  return to_q15(a * b - c * d);
}

static inline fft_element fft_twiddle(double x) { return (int16_t)thimble_fixed_twiddle(x, 0x7fff); }

static inline void fft_divide_by_length(fft_element *samples, int32_t length) { (void)samples, (void)length; }

#include "shared/fft.h"

FFT_KERNELS(s16, "int16", THIMBLE_EXACT_AS_STORED);

/*
 * SignalRfft and SignalIrfft of one type. What includes this has the arithmetic that complex.h asks for; fft_twiddle, of a
 * double; and fft_divide_by_length, of an inverse transform's output.
 */
#ifndef PORTABLE_FFT_H
#define PORTABLE_FFT_H

#include <thimble/kit/fft.h>

#include "butterflies.h"
#include "rare_butterflies.h"

/* Makes transforms of `done` complex numbers from `data` on into one of `factor` times as many. */
static inline void fft_combine(fft_complex *data, const fft_complex *twiddles, int32_t done, int32_t step, int32_t factor,
                               int32_t is_inverse, fft_complex *room) {
  if (factor == 4) {
    fft_butterfly_4(data, twiddles, done, step, is_inverse);
  } else if (factor == 2) {
    fft_butterfly_2(data, twiddles, done, step);
  } else if (factor == 3) {
    fft_butterfly_3(data, twiddles, done, step);
  } else if (factor == 5) {
    fft_butterfly_5(data, twiddles, done, step);
  } else {
    fft_butterfly_any(data, twiddles, done, step, factor, room);
  }
}

/* Transforms complex numbers that lie in the order of their sources. */
static void fft_transform(const thimble_fft *fft, fft_complex *data, const fft_complex *twiddles, int32_t is_inverse,
                          fft_complex *room) {
  int32_t done = 1;
  for (int32_t i = fft->factor_count - 1; i >= 0; i--) {
    const int32_t factor = fft->factors[i], next = done * factor;
    for (int32_t at = 0; at < fft->length; at += next)
      fft_combine(data + at, twiddles, done, fft->length / next, factor, is_inverse, room);
    done = next;
  }
}

/* Of half spectra that are mixed: the sum of bin k and the mirrored one's conjugate, and their difference, turned. */
static inline void fft_part(fft_complex bin, fft_complex mirror, fft_complex twiddle, fft_complex *sum,
                            fft_complex *rest) {
  const fft_complex a = fft_divided(bin, 2);
  const fft_complex b = fft_divided((fft_complex){mirror.real, fft_difference(0, mirror.imaginary)}, 2);
  *sum = fft_add(a, b);
  *rest = fft_rotate(fft_subtract(a, b), twiddle);
}

/* The spectrum of the real numbers, of the transform of their pairs in the same place. */
static void fft_part_spectrum(fft_complex *bins, const fft_complex *twiddles, int32_t half) {
  const fft_complex zeroth = fft_divided(bins[0], 2);
  bins[0] = (fft_complex){fft_sum(zeroth.real, zeroth.imaginary), 0};
  bins[half] = (fft_complex){fft_difference(zeroth.real, zeroth.imaginary), 0};
  for (int32_t k = 1; k <= half / 2; k++) {
    fft_complex sum, rest;
    fft_part(bins[k], bins[half - k], twiddles[k - 1], &sum, &rest);
    bins[k] = (fft_complex){fft_half_sum(sum.real, rest.real), fft_half_sum(sum.imaginary, rest.imaginary)};
    bins[half - k] = (fft_complex){fft_half_difference(sum.real, rest.real),
                                   fft_half_difference(rest.imaginary, sum.imaginary)};
  }
}

/* The other way: what the inverse transform makes pairs of real numbers of. */
static void fft_join_spectrum(const fft_complex *bins, fft_complex *joined, const fft_complex *twiddles, int32_t half) {
  const fft_complex ends = {fft_sum(bins[0].real, bins[half].real), fft_difference(bins[0].real, bins[half].real)};
  joined[0] = fft_divided(ends, 2);
  for (int32_t k = 1; k <= half / 2; k++) {
    fft_complex sum, rest;
    fft_part(bins[k], bins[half - k], twiddles[k - 1], &sum, &rest);
    joined[k] = fft_add(sum, rest);
    joined[half - k] = (fft_complex){fft_difference(sum.real, rest.real),
                                     fft_difference(rest.imaginary, sum.imaginary)};
  }
}

static inline fft_element fft_sample(const fft_element *samples, int32_t i, int32_t count) {
  return i < count ? samples[i] : 0;
}

/* Pairs of samples in the order of the transform; zeros fill them up. */
static void fft_load_pairs(const fft_element *samples, int32_t count, const int32_t *sources, fft_complex *pairs,
                           int32_t half) {
  for (int32_t i = 0; i < half; i++) {
    const int32_t first = 2 * sources[i];
    pairs[i] = (fft_complex){fft_sample(samples, first, count), fft_sample(samples, first + 1, count)};
  }
}

static thimble_status fft_invoke_forward(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_fft_params *params = node->params;
  const thimble_fft *fft = node->data;
  const fft_complex *twiddles = thimble_fft_twiddles(node);
  const fft_element *input = thimble_input(node, 0)->data;
  fft_element *output = thimble_output(node, 0)->data;
  for (int32_t i = 0; i < params->signals; i++, input += params->input_step, output += params->output_step) {
    fft_complex *bins = (fft_complex *)output;
    fft_load_pairs(input, params->input_step, thimble_fft_sources(node), bins, fft->length);
    fft_transform(fft, bins, twiddles, 0, node->scratch);
    fft_part_spectrum(bins, twiddles + fft->length, fft->length);
  }
  return THIMBLE_OK;
}

static thimble_status fft_invoke_inverse(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_fft_params *params = node->params;
  const thimble_fft *fft = node->data;
  const fft_complex *twiddles = thimble_fft_twiddles(node);
  const int32_t *sources = thimble_fft_sources(node);
  const fft_element *input = thimble_input(node, 0)->data;
  fft_element *output = thimble_output(node, 0)->data;
  fft_complex *room = node->scratch, *joined = room + fft->greatest_factor;
  for (int32_t i = 0; i < params->signals; i++, input += params->input_step, output += params->output_step) {
    fft_complex *pairs = (fft_complex *)output;
    fft_join_spectrum((const fft_complex *)input, joined, twiddles + fft->length, fft->length);
    for (int32_t k = 0; k < fft->length; k++) pairs[k] = joined[sources[k]];
    fft_transform(fft, pairs, twiddles, 1, room);
    fft_divide_by_length(output, params->fft_length);
  }
  return THIMBLE_OK;
}

static void fft_store_twiddle(void *table, int32_t i, double x) { ((fft_element *)table)[i] = fft_twiddle(x); }

/* Room for the greatest butterfly, and `more` complex numbers. */
static thimble_status fft_request_room(const thimble_host *host, thimble_node *node, int32_t more) {
  const thimble_fft *fft = node->data;
  return host->request_scratch(host, node, (uint32_t)(fft->greatest_factor + more) * (uint32_t)sizeof(fft_complex));
}

static thimble_status fft_prepare_forward(const thimble_host *host, thimble_node *node) {
  const thimble_status status = thimble_prepare_fft(host, node, -1, sizeof(fft_element), fft_store_twiddle);
  return status == THIMBLE_OK ? fft_request_room(host, node, 0) : status;
}

static thimble_status fft_prepare_inverse(const thimble_host *host, thimble_node *node) {
  const thimble_status status = thimble_prepare_fft(host, node, 1, sizeof(fft_element), fft_store_twiddle);
  return status == THIMBLE_OK ? fft_request_room(host, node, ((const thimble_fft *)node->data)->length) : status;
}

#define FFT_KERNELS(suffix, type, accuracy)                                                            \
  THIMBLE_KERNEL(signal_rfft_##suffix, "SignalRfft", type " -> " type, accuracy,                       \
                 .prepare = fft_prepare_forward, .invoke = fft_invoke_forward);                        \
  THIMBLE_KERNEL(signal_irfft_##suffix, "SignalIrfft", type " -> " type, accuracy,                     \
                 .prepare = fft_prepare_inverse, .invoke = fft_invoke_inverse)

#endif

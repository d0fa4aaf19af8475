/*
 * SignalRfft and SignalIrfft: the factors of a length, the order of a transform and its twiddle factors. Transforms are
 * those of KISS FFT: real numbers are taken two by two as the complex numbers of a transform of half the length, which
 * decimates in time.
 */
#ifndef THIMBLE_KIT_FFT_H
#define THIMBLE_KIT_FFT_H

#include <thimble/params.h>

#include "glue.h"
#include "trigonometry.h"

#define THIMBLE_PI 3.14159265358979323846

/** No length of 31 bits has more factors, of which all but one are greater than 2. */
enum { THIMBLE_FFT_MOST_FACTORS = 20 };

/** What is in the record: the complex transform inside. It begins with the last factor. */
typedef struct thimble_fft {
  /** Complex numbers of it. */
  int32_t length;
  int32_t greatest_factor;
  int32_t factor_count;
  int32_t factors[THIMBLE_FFT_MOST_FACTORS];
} thimble_fft;

/** Stores a cosine or sine as element i of a table. */
typedef void (*thimble_store_twiddle)(void *table, int32_t i, double x);

/** A cosine or sine as a fixed-point number where `one` is 1, rounded half up. */
static inline int32_t thimble_fixed_twiddle(double x, int32_t one) {
  const double scaled = 0.5 + one * x;
  const int32_t truncated = (int32_t)scaled;
  return truncated - (truncated > scaled);
}

/** Factors 4 first, then 2, then odd ones; what has none up to the length's root is a factor itself. */
static inline thimble_fft thimble_fft_of(int32_t length) {
  thimble_fft fft = {.length = length};
  int32_t factor = 4, rest = length;
  do {
    while (rest % factor != 0) {
      factor = factor == 4 ? 2 : factor == 2 ? 3 : factor + 2;
      if (factor > length / factor) factor = rest;
    }
    rest /= factor;
    if (factor > fft.greatest_factor) fft.greatest_factor = factor;
    fft.factors[fft.factor_count++] = factor;
  } while (rest > 1);
  return fft;
}

/** Which complex number stands at a position when the transform begins. */
static inline int32_t thimble_fft_source(const thimble_fft *fft, int32_t position) {
  int32_t source = 0;
  for (int32_t i = fft->factor_count - 1; i >= 0; i--) {
    const int32_t factor = fft->factors[i];
    source = source * factor + position % factor;
    position /= factor;
  }
  return source;
}

/** [invoke] The node's constants: the source of each position, and behind them the twiddle factors. */
static inline const int32_t *thimble_fft_sources(const thimble_node *node) { return node->constants; }

static inline const void *thimble_fft_twiddles(const thimble_node *node) {
  const thimble_fft *fft = node->data;
  return (const int32_t *)node->constants + fft->length;
}

/**
 * The complex twiddle factors of the transform inside, a turn of them, and behind them those that part the spectra of the
 * real numbers. `direction` is -1, and 1 of an inverse transform.
 */
static inline void thimble_fill_twiddles(int32_t length, int32_t direction, void *table, thimble_store_twiddle store) {
  const double turn = 2 * direction * THIMBLE_PI / length;
  for (int32_t k = 0; k < length + length / 2; k++) {
    const double part = (double)(k - length + 1) / length + 0.5;
    const double phase = k < length ? turn * k : direction * THIMBLE_PI * part;
    store(table, 2 * k, thimble_cos(phase));
    store(table, 2 * k + 1, thimble_sin(phase));
  }
}

/** [prepare, once] A `thimble_fft` as record, and its constants. */
static inline thimble_status thimble_prepare_fft(const thimble_host *host, thimble_node *node, int32_t direction,
                                                 uint32_t element_bytes, thimble_store_twiddle store) {
  const thimble_fft fft = thimble_fft_of(((const thimble_fft_params *)node->params)->fft_length / 2);
  const uint32_t length = (uint32_t)fft.length;
  const uint32_t twiddles = 2 * (length + length / 2);
  int32_t *sources = host->allocate_constants(host, node, length * 4 + twiddles * element_bytes);
  if (!sources) return THIMBLE_OUT_OF_MEMORY;
  for (int32_t i = 0; i < fft.length; i++) sources[i] = thimble_fft_source(&fft, i);
  thimble_fill_twiddles(fft.length, direction, sources + length, store);
  return thimble_keep_record(host, node, &fft, sizeof fft);
}

#endif

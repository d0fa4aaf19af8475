#ifndef THIMBLE_ARITHMETIC_CHANNEL_BLOCKS_H
#define THIMBLE_ARITHMETIC_CHANNEL_BLOCKS_H

#include "inlined.h"
#include "pool.h"

/*
 * Loops over channels: in vectors of the size of a register or half of one, the last of which overlaps the one before
 * it, and one by one where there are fewer channels than that.
 */

/* Computes `lanes` outputs (a constant) from channel `c` of the taps on. */
typedef void (*channels_function)(const pool_taps *taps, const void *state, const void *input, void *output, int32_t c,
                                  int32_t lanes);

INLINED void channel_loop(const pool_taps *taps, const void *state, const void *input, void *output, int32_t lanes,
                          channels_function f) {
  const int32_t last = taps->depth - lanes;
  for (int32_t c = 0;; c += lanes) {
    if (c > last) c = last;
    f(taps, state, input, output, c, lanes);
    if (c == last) break;
  }
}

INLINED void for_each_channel(const pool_taps *taps, const void *state, const void *input, void *output,
                              int32_t most_lanes, channels_function f) {
  if (taps->depth >= most_lanes) {
    channel_loop(taps, state, input, output, most_lanes, f);
  } else if (taps->depth >= most_lanes / 2) {
    channel_loop(taps, state, input, output, most_lanes / 2, f);
  } else {
    channel_loop(taps, state, input, output, 1, f);
  }
}

#endif

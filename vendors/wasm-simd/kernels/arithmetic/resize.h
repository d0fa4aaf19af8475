#ifndef THIMBLE_ARITHMETIC_RESIZE_H
#define THIMBLE_ARITHMETIC_RESIZE_H

#include <stdint.h>

/* Where a position of the output lies in the input: between two, at a distance from the first in units of 2^-10. */
typedef struct {
  int32_t lower;
  int32_t upper;
  int32_t distance;
} place_s8;

/* The same for floats, the unit is 1. */
typedef struct {
  int32_t lower;
  int32_t upper;
  float distance;
} place_f32;

enum { PLACE_UNIT = 1 << 10 };

/* Four neighbouring pixels, and how far the wanted one is down and across from the first. */
typedef struct {
  const void *upper_left;
  const void *upper_right;
  const void *lower_left;
  const void *lower_right;
} pixel_corners;

/* Their mean, weighted by their nearness, for each of `depth` channels; of integers half away from zero. */
void blend_s8(const pixel_corners *corners, int32_t down, int32_t across, int8_t *output, int32_t depth);
void blend_f32(const pixel_corners *corners, float down, float across, float *output, int32_t depth);

#endif

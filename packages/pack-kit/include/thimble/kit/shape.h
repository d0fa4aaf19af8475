/* Element counts, strides, and how shapes broadcast. */
#ifndef THIMBLE_KIT_SHAPE_H
#define THIMBLE_KIT_SHAPE_H

#include <thimble/tensor.h>

/** Product of the extents from dimension `first` up to, not including, `end`. */
static inline int32_t thimble_extent_product(const int32_t *dims, int32_t first, int32_t end) {
  int32_t product = 1;
  for (int32_t i = first; i < end; i++) product *= dims[i];
  return product;
}

static inline int32_t thimble_element_count(const thimble_tensor *tensor) {
  return thimble_extent_product(tensor->dims, 0, tensor->rank);
}

/** Elements between neighbours along each dimension of a dense tensor. */
static inline void thimble_strides(const int32_t *dims, int32_t rank, int32_t *strides) {
  int32_t stride = 1;
  for (int32_t i = rank - 1; i >= 0; i--) {
    strides[i] = stride;
    stride *= dims[i];
  }
}

/** The extent of a tensor along dimension i of `rank`, shapes aligned at the last; 1 where it has none. */
static inline int32_t thimble_aligned_extent(const thimble_tensor *tensor, int32_t rank, int32_t i) {
  const int32_t own = i - (rank - tensor->rank);
  return own < 0 ? 1 : tensor->dims[own];
}

/** Elements by which a tensor goes on along each of `rank` dimensions that it broadcasts to; 0: it stands still. */
static inline void thimble_broadcast_strides(const thimble_tensor *tensor, int32_t rank, int32_t *strides) {
  int32_t stride = 1;
  for (int32_t i = rank - 1; i >= 0; i--) {
    const int32_t extent = thimble_aligned_extent(tensor, rank, i);
    strides[i] = extent == 1 ? 0 : stride;
    stride *= extent;
  }
}

/** Index of an element [n, y, x, c] of a tensor of 4 dimensions. */
static inline int32_t thimble_offset_4d(const int32_t *dims, int32_t n, int32_t y, int32_t x, int32_t c) {
  return ((n * dims[1] + y) * dims[2] + x) * dims[3] + c;
}

#endif

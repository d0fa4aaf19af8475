/* Tensors: what invoke needs (thimble_tensor), and what prepare may ask for (thimble_tensor_info). */
#ifndef THIMBLE_TENSOR_H
#define THIMBLE_TENSOR_H

#include "platform.h"
#include "types.h"

/**
 * A tensor as kernels see it. Records belong to the host and live as long as the interpreter.
 *
 * An array of tensors is always one of pointers: the struct may grow.
 */
typedef struct thimble_tensor {
  uint16_t struct_size;
  /** A thimble_type. */
  uint8_t type;
  /** Number of dimensions, at most THIMBLE_MAX_RANK. */
  uint8_t rank;
  /**
   * The elements, densely, last dimension fastest; aligned to the size of an element. Hosts align to 16 bytes what they
   * place themselves, but a tensor may lie in another one, or where a plan from outside put it: a kernel that gains from
   * more alignment looks at the address in invoke.
   * [supports, prepare] NULL unless the tensor is constant. [invoke] Inputs and constants are read, outputs written.
   */
  void *data;
  /** `rank` extents. Not NULL, even for a scalar. */
  const int32_t *dims;
} thimble_tensor;

enum thimble_tensor_flags {
  /** Its bytes come with the model and never change. */
  THIMBLE_TENSOR_CONSTANT = 1,
  /** It keeps its value from one invoke to the next. */
  THIMBLE_TENSOR_VARIABLE = 2,
};

/**
 * What a tensor is: asked for with the host's `tensor_info`, valid until supports or prepare returns.
 *
 * Affine quantization: real = scale * (stored - zero_point).
 */
typedef struct thimble_tensor_info {
  uint32_t struct_size;
  /** thimble_tensor_flags. */
  uint32_t flags;
  /** Bytes of the data. */
  uint32_t byte_length;
  /** Product of the extents. */
  uint32_t element_count;
  /** The only scale, or the first; 0 where the tensor is not quantized. */
  float scale;
  /** The only zero point, or the first. */
  int32_t zero_point;
  /** Number of `scales`: 0 (not quantized), 1, or the extent of `quantized_dimension`. */
  uint32_t scale_count;
  int32_t quantized_dimension;
  /** `scale_count` scales. */
  const float *scales;
  /** `scale_count` zero points. */
  const int32_t *zero_points;
} thimble_tensor_info;

THIMBLE_FREEZE(thimble_tensor, 12, dims, 8);
THIMBLE_FREEZE(thimble_tensor_info, 40, zero_points, 36);

#endif

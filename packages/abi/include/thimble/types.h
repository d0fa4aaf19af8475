/* The numbers of types and choices. Tensor types and activations are those of the .tflite schema. */
#ifndef THIMBLE_TYPES_H
#define THIMBLE_TYPES_H

#include <stdint.h>

/** 0 or 1. */
typedef uint8_t thimble_bool;

/** The type of a tensor's elements. */
typedef int32_t thimble_type;

enum thimble_type_values {
  THIMBLE_TYPE_FLOAT32 = 0,
  THIMBLE_TYPE_FLOAT16 = 1,
  THIMBLE_TYPE_INT32 = 2,
  THIMBLE_TYPE_UINT8 = 3,
  THIMBLE_TYPE_INT64 = 4,
  THIMBLE_TYPE_STRING = 5,
  THIMBLE_TYPE_BOOL = 6,
  THIMBLE_TYPE_INT16 = 7,
  THIMBLE_TYPE_COMPLEX64 = 8,
  THIMBLE_TYPE_INT8 = 9,
  THIMBLE_TYPE_FLOAT64 = 10,
  THIMBLE_TYPE_COMPLEX128 = 11,
  THIMBLE_TYPE_UINT64 = 12,
  THIMBLE_TYPE_RESOURCE = 13,
  THIMBLE_TYPE_VARIANT = 14,
  THIMBLE_TYPE_UINT32 = 15,
  THIMBLE_TYPE_UINT16 = 16,
  /** Two elements a byte, the earlier one in the low bits. */
  THIMBLE_TYPE_INT4 = 17,
  THIMBLE_TYPE_BFLOAT16 = 18,
  /** Four elements a byte, the earliest one in the lowest bits. */
  THIMBLE_TYPE_INT2 = 19,
  THIMBLE_TYPE_UINT4 = 20,
  THIMBLE_TYPE_FLOAT8_E4M3FN = 21,
  THIMBLE_TYPE_FLOAT8_E5M2 = 22,
};

/** What an operator applies to its output before storing it. */
typedef int32_t thimble_activation;

enum thimble_activation_values {
  THIMBLE_ACTIVATION_NONE = 0,
  THIMBLE_ACTIVATION_RELU = 1,
  THIMBLE_ACTIVATION_RELU_N1_TO_1 = 2,
  THIMBLE_ACTIVATION_RELU6 = 3,
  THIMBLE_ACTIVATION_TANH = 4,
  THIMBLE_ACTIVATION_SIGN_BIT = 5,
};

/** How a kernel brings sums to the scale of its output. */
typedef int32_t thimble_rounding;

enum thimble_rounding_values {
  /** The kernel rescales nothing, or computes in floats. */
  THIMBLE_ROUNDING_NONE = 0,
  /** The reference's: rounding doubling high multiply, then rounding shift. */
  THIMBLE_ROUNDING_DOUBLE = 1,
  /** One rounding of the whole product. */
  THIMBLE_ROUNDING_SINGLE = 2,
};

/** How close a kernel comes to the reference of its rounding. */
typedef int32_t thimble_exactness;

enum thimble_exactness_values {
  /** Every bit. */
  THIMBLE_EXACTNESS_EXACT = 0,
  /** Within the tolerance table's entry for the operator and type. */
  THIMBLE_EXACTNESS_TOLERANCE = 1,
};

/** Most dimensions of a tensor that reaches a kernel; a node with more is not offered to it. */
#define THIMBLE_MAX_RANK 8

#endif

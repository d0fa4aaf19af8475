/* What LOGISTIC and TANH have in common. */
#ifndef WASM_SIMD_SIGMOIDAL_H
#define WASM_SIMD_SIGMOIDAL_H

#include <thimble/kit/sigmoid_s16.h>
#include <thimble/kit/glue.h>

/* A function of fixed-point numbers (arithmetic/fixed_point.h), and the bits and zero point of its int8 output. */
typedef struct {
  int32_t (*function)(int32_t a, int32_t integer_bits);
  int32_t fractional_bits;
  int32_t zero_point;
} sigmoidal_s8;

thimble_status prepare_sigmoidal_s8(const thimble_host *host, thimble_node *node, const sigmoidal_s8 *sigmoidal);

/* Scales 2^-12 * 2^k, k up to greatest_power, are taken for powers of two. */
thimble_status prepare_sigmoidal_s16(const thimble_host *host, thimble_node *node, int32_t greatest_power);

/* What prepare_sigmoidal_s16 leaves in the node's record. */
typedef struct {
  thimble_sigmoid_argument argument;
  int32_t count;
} sigmoidal_s16_record;

#endif

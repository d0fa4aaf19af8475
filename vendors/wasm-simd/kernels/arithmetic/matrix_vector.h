#ifndef THIMBLE_ARITHMETIC_MATRIX_VECTOR_H
#define THIMBLE_ARITHMETIC_MATRIX_VECTOR_H

#include <stdint.h>

/*
 * Matrix times vector: sums[r] = sum over c of matrix[r * depth + c] * vector[c], for operators that read every weight
 * once an invoke. Sums of 32 bits wrap.
 */

/* to[c] = from[c * step] + offset: int8 as it is multiplied. */
void widen_vector(int16_t *to, const int8_t *from, int32_t step, int32_t depth, int32_t offset);

void matrix_vector_s8(const int8_t *matrix, int32_t rows, int32_t depth, const int16_t *vector, int32_t *sums);

/* int8 weights and any int16, summed in 64 bits. */
void matrix_vector_s8_s64(const int8_t *matrix, int32_t rows, int32_t depth, const int16_t *vector, int64_t *sums);

void matrix_vector_f32(const float *matrix, int32_t rows, int32_t depth, const float *vector, float *sums);

/* Sum of the products of two stretches. */
int32_t dot_s8(const int8_t *a, const int8_t *b, int32_t n);
int32_t dot_s16(const int16_t *a, const int16_t *b, int32_t n);
int64_t dot_s16_s64(const int16_t *a, const int16_t *b, int32_t n);
float dot_f32(const float *a, const float *b, int32_t n);

/* sums[r] = the sum of the products of row r of both, each of n elements. */
void dots_s8(const int8_t *a, const int8_t *b, int32_t rows, int32_t n, int32_t *sums);
void dots_s16(const int16_t *a, const int16_t *b, int32_t rows, int32_t n, int32_t *sums);

#endif

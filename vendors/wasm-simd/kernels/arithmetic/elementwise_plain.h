#ifndef THIMBLE_ARITHMETIC_ELEMENTWISE_PLAIN_H
#define THIMBLE_ARITHMETIC_ELEMENTWISE_PLAIN_H

#include <thimble/kit/activation_range.h>

#include "blocks.h"

/* Functions of two elements without a scale. Those of a range clamp to it; the others take none. */

/* A thimble_range_f32; NaN stays NaN. */
void add_row_f32(const void *range, const binary_row *row);
void sub_row_f32(const void *range, const binary_row *row);
void mul_row_f32(const void *range, const binary_row *row);

/* Integers wrap before a thimble_range clamps them. */
void add_row_s32(const void *none, const binary_row *row);
void sub_row_s32(const void *range, const binary_row *row);
void mul_row_s32(const void *range, const binary_row *row);

/* The second element where two do not compare. */
void maximum_row_f32(const void *none, const binary_row *row);
void minimum_row_f32(const void *none, const binary_row *row);
void squared_difference_row_f32(const void *none, const binary_row *row);

void maximum_row_s8(const void *none, const binary_row *row);
void minimum_row_s8(const void *none, const binary_row *row);
void maximum_row_s16(const void *none, const binary_row *row);
void minimum_row_s16(const void *none, const binary_row *row);
void maximum_row_s32(const void *none, const binary_row *row);
void minimum_row_s32(const void *none, const binary_row *row);

#endif

#ifndef THIMBLE_ARITHMETIC_INTERLEAVE_H
#define THIMBLE_ARITHMETIC_INTERLEAVE_H

#include <thimble/kit/parts.h>

/* Copies part `i` to, or from, the whole whose place for the part begins at `offset` of each position. */
void put_part(const thimble_parts *layout, int32_t i, int32_t offset, int8_t *whole, const int8_t *part);
void take_part(const thimble_parts *layout, int32_t i, int32_t offset, const int8_t *whole, int8_t *part);

#endif

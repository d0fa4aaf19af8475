#ifndef THIMBLE_ARITHMETIC_TABLE_S8_H
#define THIMBLE_ARITHMETIC_TABLE_S8_H

#include <stdint.h>

/* output[i] = the function of input[i]: its 256 values, where a stored byte read as unsigned is the index. */
void apply_table_s8(const int8_t *values, const int8_t *input, int8_t *output, int32_t n);

#endif

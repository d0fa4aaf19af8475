#ifndef THIMBLE_ARITHMETIC_TABLE_S8_H
#define THIMBLE_ARITHMETIC_TABLE_S8_H

#include <stdint.h>

/* A function of one int8 as its 256 values; a stored byte read as unsigned is the index. */
typedef struct {
  int8_t values[256];
} table_s8;

/* output[i] = the function of input[i]. */
void apply_table_s8(const table_s8 *table, const int8_t *input, int8_t *output, int32_t n);

#endif

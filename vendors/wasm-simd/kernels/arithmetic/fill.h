#ifndef THIMBLE_ARITHMETIC_FILL_H
#define THIMBLE_ARITHMETIC_FILL_H

#include <stdint.h>

/* Fills `bytes` bytes with an element of 1, 2, 4 or 8 bytes, which divides them. */
void fill_elements(void *to, const void *element, int32_t element_bytes, int32_t bytes);

#endif

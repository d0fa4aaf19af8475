#ifndef THIMBLE_ARITHMETIC_STRIDED_COPY_H
#define THIMBLE_ARITHMETIC_STRIDED_COPY_H

#include <thimble/kit/selection.h>

/* Both pointers are the places of the first element. */
void copy_strided(const thimble_strided_copy *copy, void *to, const void *from);

/* Copies `count` runs; steps are bytes. */
void copy_runs(int8_t *to, int32_t to_step, const int8_t *from, int32_t from_step, int32_t count, int32_t run_bytes);

#endif

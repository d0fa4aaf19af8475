/* The tier's way to make terms of int16 of a vector's products with rows of weights. */
#ifndef ARM_TERM_ROWS_H
#define ARM_TERM_ROWS_H

#include "rows.h"
#include "scaling.h"

/* Bytes of scratch for `count` terms: whole vectors. */
static inline uint32_t arm_terms_bytes(int32_t count) {
  return ((uint32_t)count + 3) / 4 * 4 * (uint32_t)sizeof(int32_t);
}

#if ARM_HAS_MVE
#include "../mve/term_rows.h"
#else
#include "scalar_term_rows.h"
#endif

#endif

/* The tier's way to make probabilities of a row, with a table of exponentials by the difference to its greatest. */
#ifndef ARM_SOFTMAX_ROW_H
#define ARM_SOFTMAX_ROW_H

#include <thimble/kit/softmax.h>

#include "tier.h"

/* What makes probabilities of exponentials: a product with `inverse`, Q0.31, and a shift to the right; both round. */
typedef struct arm_normalization {
  int32_t inverse;
  int32_t right;
} arm_normalization;

#if ARM_HAS_MVE
#include "../mve/softmax_row.h"
#else
#include "scalar_softmax_row.h"
#endif

#endif

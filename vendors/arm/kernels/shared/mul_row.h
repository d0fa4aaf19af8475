/* The tier's way to multiply rows. */
#ifndef ARM_MUL_ROW_H
#define ARM_MUL_ROW_H

#include "tier.h"

#if ARM_HAS_MVE
#include "../mve/mul_row.h"
#else
#include "scalar_mul_row.h"
#endif

#endif

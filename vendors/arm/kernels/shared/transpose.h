/* The tier's way to make columns of rows. */
#ifndef ARM_TRANSPOSE_H
#define ARM_TRANSPOSE_H

#include "tier.h"

#if ARM_HAS_MVE
#include "../mve/transpose.h"
#else
#include "../plain/transpose.h"
#endif

#endif

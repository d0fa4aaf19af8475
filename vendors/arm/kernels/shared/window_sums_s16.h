/* The tier's way to sum the products of up to four neighbouring channels of int16 at a window. */
#ifndef ARM_WINDOW_SUMS_S16_H
#define ARM_WINDOW_SUMS_S16_H

#include "tier.h"

#if ARM_HAS_MVE
#include "../mve/window_sums_s16.h"
#else
#include "scalar_window_sums_s16.h"
#endif

#endif

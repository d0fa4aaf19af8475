/* The tier's way to multiply pixels with all filters of a convolution. */
#ifndef ARM_PIXELS_H
#define ARM_PIXELS_H

#include "tier.h"

#if ARM_HAS_MVE
#include "../mve/pixels.h"
#else
#include "two_pixels.h"
#endif

#endif

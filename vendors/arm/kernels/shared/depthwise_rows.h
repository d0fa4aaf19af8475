/* The tier's way to compute some rows of a 3x3 depthwise layer. */
#ifndef ARM_DEPTHWISE_ROWS_H
#define ARM_DEPTHWISE_ROWS_H

#include "tier.h"

#if ARM_HAS_MVE
#include "../mve/depthwise_strip.h"
#else
#include "depthwise_planes.h"
#endif

#endif

/* The tier's way to sum products of four neighbouring channels of int16. */
#ifndef ARM_TAP_PRODUCTS_S16_H
#define ARM_TAP_PRODUCTS_S16_H

#include "tier.h"

#if ARM_HAS_DSP
#include "../dsp/tap_products_s16.h"
#else
#include "../plain/tap_products_s16.h"
#endif

#endif

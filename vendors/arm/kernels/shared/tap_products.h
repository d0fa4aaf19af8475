/* The tier's way to sum products of four neighbouring channels. */
#ifndef ARM_TAP_PRODUCTS_H
#define ARM_TAP_PRODUCTS_H

#include "tier.h"

#if ARM_HAS_DSP
#include "../dsp/tap_products.h"
#else
#include "../plain/tap_products.h"
#endif

#endif

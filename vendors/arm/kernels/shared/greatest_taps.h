/* The tier's way to find the greatest tap of each channel. */
#ifndef ARM_GREATEST_TAPS_H
#define ARM_GREATEST_TAPS_H

#include "tier.h"

#if ARM_HAS_MVE
#include "../mve/greatest_taps.h"
#elif ARM_HAS_DSP
#include "../dsp/greatest_taps.h"
#else
#include "../plain/greatest_taps.h"
#endif

#endif

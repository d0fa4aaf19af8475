/* The tier's way to take two pixels at once. */
#ifndef ARM_PAIR_H
#define ARM_PAIR_H

#include "tier.h"

#if defined(__ARM_FEATURE_MVE)
#include "../mve/pair.h"
#elif ARM_HAS_DSP && !defined(ARM_MVE)
#include "../dsp/pair.h"
#else
#include "../plain/pair.h"
#endif

#endif

/* The tier's way to take two pixels at once. */
#ifndef ARM_PAIR_H
#define ARM_PAIR_H

#include "tier.h"

#if ARM_HAS_DSP
#include "../dsp/pair.h"
#else
#include "../plain/pair.h"
#endif

#endif

/* The tier's way to multiply two vectors as they are stored. */
#ifndef ARM_DOT_H
#define ARM_DOT_H

#include "tier.h"

#if ARM_HAS_MVE
#include "../mve/dot.h"
#elif ARM_HAS_DSP
#include "../dsp/dot.h"
#else
#include "../plain/dot.h"
#endif

#endif

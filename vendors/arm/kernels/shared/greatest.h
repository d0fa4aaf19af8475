/* The tier's way to find the greatest of a row. */
#ifndef ARM_GREATEST_H
#define ARM_GREATEST_H

#include "tier.h"

#if ARM_HAS_DSP
#include "../dsp/greatest.h"
#else
#include "../plain/greatest.h"
#endif

#endif

/* The tier's way to multiply one vector with several rows of weights. */
#ifndef ARM_ROWS_H
#define ARM_ROWS_H

#include "tier.h"

#if ARM_HAS_MVE
#include "../mve/rows.h"
#elif ARM_HAS_DSP
#include "../dsp/rows.h"
#else
#include "../plain/rows.h"
#endif

#endif

/*
 * The tier's way to multiply one vector of int16 with several rows of int8, of so few elements that 32 bits hold a sum of
 * products.
 */
#ifndef ARM_ROWS_S16_H
#define ARM_ROWS_S16_H

#include "tier.h"

#if ARM_HAS_MVE
#include "../mve/rows_s16.h"
#elif ARM_HAS_DSP
#include "../dsp/rows_s16.h"
#else
#include "../plain/rows_s16.h"
#endif

#endif

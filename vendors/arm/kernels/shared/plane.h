/* The tier's planes: how many channels at a time, elements, taps, and the products of neighbouring outputs. */
#ifndef ARM_PLANE_H
#define ARM_PLANE_H

#include "tier.h"

#if ARM_HAS_MVE
#include "../mve/plane.h"
#elif ARM_HAS_DSP
#include "../dsp/plane.h"
#else
#include "../plain/plane.h"
#endif

#endif

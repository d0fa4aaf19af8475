/* The tier's planes: elements, taps, and the products of two neighbouring outputs. */
#ifndef ARM_PLANE_H
#define ARM_PLANE_H

#include "tier.h"

#if ARM_HAS_DSP
#include "../dsp/plane.h"
#else
#include "../plain/plane.h"
#endif

#endif

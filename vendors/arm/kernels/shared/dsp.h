/*
 * Instructions of the DSP extension, by their names in the architecture's manual. Where the core has them they are
 * the instructions themselves; elsewhere plain C of the same meaning. A word holds two halves of 16 bits, or four
 * bytes, the first one lowest.
 */
#ifndef ARM_DSP_H
#define ARM_DSP_H

#include <stdint.h>

#if defined(__ARM_FEATURE_DSP)
#include "dsp_instructions.h"
#else
#include "dsp_meaning.h"
#endif

#endif

/*
 * Helium's instructions, by the names of their intrinsics in Arm's C language extensions. Where the core has them they
 * are the instructions themselves; elsewhere plain C of the same meaning.
 */
#ifndef ARM_MVE_H
#define ARM_MVE_H

#if defined(__ARM_FEATURE_MVE)
#include <arm_mve.h>
#else
#include "mve_meaning.h"
#endif

#endif

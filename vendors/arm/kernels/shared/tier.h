/*
 * Which instructions the kernels count on: the loops of a tier have the same names. ARM_DSP and ARM_MVE are for the
 * twins as WebAssembly of cores with the DSP extension, and with Helium and it.
 */
#ifndef ARM_TIER_H
#define ARM_TIER_H

#if defined(__ARM_FEATURE_MVE) || defined(ARM_MVE)
#define ARM_HAS_MVE 1
#else
#define ARM_HAS_MVE 0
#endif

#if defined(__ARM_FEATURE_DSP) || defined(ARM_DSP) || ARM_HAS_MVE
#define ARM_HAS_DSP 1
#else
#define ARM_HAS_DSP 0
#endif

#endif

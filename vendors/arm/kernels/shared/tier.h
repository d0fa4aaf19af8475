/* Which instructions the kernels count on: the loops of a tier have the same names. */
#ifndef ARM_TIER_H
#define ARM_TIER_H

#if defined(__ARM_FEATURE_DSP) || defined(ARM_DSP)
#define ARM_HAS_DSP 1
#else
#define ARM_HAS_DSP 0
#endif

#endif

/* The tier's way to sum taps of up to four channels. */
#ifndef ARM_TAP_SUMS_H
#define ARM_TAP_SUMS_H

#include "tier.h"

#if ARM_HAS_MVE
#include "../mve/tap_sums.h"
#else
#include "../plain/tap_sums.h"
#endif

#endif

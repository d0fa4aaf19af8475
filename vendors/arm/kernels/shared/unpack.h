/* The tier's way to make int8 of weights of int4, two a byte, the first one in the low bits. */
#ifndef ARM_UNPACK_H
#define ARM_UNPACK_H

#include "tier.h"

#if ARM_HAS_MVE
#include "../mve/unpack.h"
#else
#include "../plain/unpack.h"
#endif

#endif

/* The tier's way to copy runs of bytes. */
#ifndef ARM_COPY_H
#define ARM_COPY_H

#include "tier.h"

#if ARM_HAS_MVE
#include "../mve/copy.h"
#else
#include "../plain/copy.h"
#endif

#endif

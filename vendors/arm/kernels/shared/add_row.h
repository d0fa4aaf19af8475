/* The tier's way to add rows. */
#ifndef ARM_ADD_ROW_H
#define ARM_ADD_ROW_H

#include "tier.h"

#if ARM_HAS_MVE
#include "../mve/add_row.h"
#else
#include "scalar_add_row.h"
#endif

#endif

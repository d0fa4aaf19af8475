/* The tier's way to make series of outputs, each one's sum a row's products. */
#ifndef ARM_ROW_SERIES_H
#define ARM_ROW_SERIES_H

#include "tier.h"

#if ARM_HAS_MVE
#include "../mve/row_series.h"
#else
#include "scalar_row_series.h"
#endif

#endif

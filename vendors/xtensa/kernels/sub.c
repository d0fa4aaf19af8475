#include "kernels.h"
#include "shared/sum_row.h"

SUM_ROWS(hifi_sub)

THIMBLE_BINARY_KERNEL(sub_s8, "SUB", "int8", int8_t, THIMBLE_EXACT_REQUANTIZED, thimble_prepare_sub, row_s8);
THIMBLE_BINARY_KERNEL(sub_s16, "SUB", "int16", int16_t, THIMBLE_EXACT_REQUANTIZED, thimble_prepare_sub, row_s16);

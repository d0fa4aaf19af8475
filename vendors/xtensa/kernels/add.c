#include "kernels.h"
#include "shared/sum_row.h"

SUM_ROWS(hifi_add)

THIMBLE_BINARY_KERNEL(add_s8, "ADD", "int8", int8_t, THIMBLE_EXACT_REQUANTIZED, thimble_prepare_add, row_s8);
THIMBLE_BINARY_KERNEL(add_s16, "ADD", "int16", int16_t, THIMBLE_EXACT_REQUANTIZED, thimble_prepare_add, row_s16);

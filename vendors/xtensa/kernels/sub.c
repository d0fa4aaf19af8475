#include "kernels.h"
#include "shared/sum_row.h"

static void sub_row(const void *params, const thimble_binary_row *row) { sum_row(params, row, hifi_sub); }

THIMBLE_BINARY_KERNEL(sub_s8, "SUB", "int8", int8_t, THIMBLE_EXACT_REQUANTIZED, thimble_prepare_sub, sub_row);

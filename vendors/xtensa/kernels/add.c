#include "kernels.h"
#include "shared/sum_row.h"

static void add_row(const void *params, const thimble_binary_row *row) { sum_row(params, row, hifi_add); }

THIMBLE_BINARY_KERNEL(add_s8, "ADD", "int8", int8_t, THIMBLE_EXACT_REQUANTIZED, thimble_prepare_add, add_row);

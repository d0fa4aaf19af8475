#include "portable_kernels.h"
#include "shared/sums.h"

SUMS_KERNELS(sum, "SUM", 0)

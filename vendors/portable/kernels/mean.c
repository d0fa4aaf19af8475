#include "portable_kernels.h"
#include "shared/sums.h"

SUMS_KERNELS(mean, "MEAN", 1)

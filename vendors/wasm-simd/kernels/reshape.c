#include "shared/copy_kernel.h"
#include "kernels.h"

COPY_KERNEL(reshape_any, "RESHAPE", "any, any? -> any");

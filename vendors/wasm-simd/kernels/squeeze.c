#include "shared/copy_kernel.h"
#include "kernels.h"

COPY_KERNEL(squeeze_any, "SQUEEZE", "any -> any");

#include <thimble/kit/copy.h>

#include "portable_kernels.h"

THIMBLE_COPY_KERNEL(squeeze_any, "SQUEEZE", "any -> any");

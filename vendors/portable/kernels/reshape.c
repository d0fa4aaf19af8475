#include <thimble/kit/copy.h>

#include "portable_kernels.h"

THIMBLE_COPY_KERNEL(reshape_any, "RESHAPE", "any, any? -> any");

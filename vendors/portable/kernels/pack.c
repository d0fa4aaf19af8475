#include <thimble/thimble.h>

#include "portable_kernels.h"

#define KERNEL_ADDRESS(name) &name,

static const thimble_kernel *const kernels[] = {PORTABLE_KERNELS(KERNEL_ADDRESS)};

THIMBLE_DEFINE_PACK(THIMBLE_PACK_ID, THIMBLE_PACK_VERSION, kernels);

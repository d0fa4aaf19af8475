#include <thimble/kit/modelled.h>
#include <thimble/thimble.h>

#include "kernels.h"

#define KERNEL_ADDRESS(name) &name,

static const thimble_kernel *const kernels[] = {KERNELS(KERNEL_ADDRESS)};

THIMBLE_DEFINE_PACK(THIMBLE_PACK_ID, THIMBLE_PACK_VERSION, kernels);
THIMBLE_DEFINE_MODELLED_COUNT()

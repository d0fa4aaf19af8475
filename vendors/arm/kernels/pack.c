#include <portable_kernels.h>
#include <thimble/thimble.h>

#include "arm_kernels.h"

#define KERNEL_ADDRESS(name) &name,

/* A node that no kernel of the pack's own takes goes to the plain one. */
static const thimble_kernel *const kernels[] = {ARM_KERNELS(KERNEL_ADDRESS) PORTABLE_KERNELS(KERNEL_ADDRESS)};

THIMBLE_DEFINE_PACK(THIMBLE_PACK_ID, THIMBLE_PACK_VERSION, kernels);

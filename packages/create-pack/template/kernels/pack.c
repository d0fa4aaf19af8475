/* The pack's kernels, in the order of priority: of two that take a node, the first one gets it. */
#include <thimble/thimble.h>

extern const thimble_kernel {{word}}_s8;

static const thimble_kernel *const kernels[] = {&{{word}}_s8};

THIMBLE_DEFINE_PACK(THIMBLE_PACK_ID, THIMBLE_PACK_VERSION, kernels);

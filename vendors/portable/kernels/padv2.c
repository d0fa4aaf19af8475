#include <thimble/kit/selection.h>

#include "portable_kernels.h"

THIMBLE_PAD_KERNEL(padv2_s8, "PADV2", "int8");
THIMBLE_PAD_KERNEL(padv2_s16, "PADV2", "int16");
THIMBLE_PAD_KERNEL(padv2_s32, "PADV2", "int32");
THIMBLE_PAD_KERNEL(padv2_f32, "PADV2", "float32");

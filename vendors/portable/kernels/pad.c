#include <thimble/kit/selection.h>

#include "portable_kernels.h"

THIMBLE_PAD_KERNEL(pad_s8, "PAD", "int8");
THIMBLE_PAD_KERNEL(pad_s16, "PAD", "int16");
THIMBLE_PAD_KERNEL(pad_s32, "PAD", "int32");
THIMBLE_PAD_KERNEL(pad_f32, "PAD", "float32");

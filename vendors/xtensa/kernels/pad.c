#include "kernels.h"
#include "shared/pad.h"

PAD_KERNEL(pad_s8, "PAD", "int8");
PAD_KERNEL(pad_s16, "PAD", "int16");
PAD_KERNEL(pad_s32, "PAD", "int32");
PAD_KERNEL(pad_f32, "PAD", "float32");

#include "kernels.h"
#include "shared/pad.h"

PAD_KERNEL(padv2_s8, "PADV2", "int8");
PAD_KERNEL(padv2_s16, "PADV2", "int16");
PAD_KERNEL(padv2_s32, "PADV2", "int32");
PAD_KERNEL(padv2_f32, "PADV2", "float32");

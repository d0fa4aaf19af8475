#include "arm_kernels.h"
#include "shared/pad.h"

ARM_PAD_KERNEL(arm_pad_s8, "PAD", "int8");
ARM_PAD_KERNEL(arm_pad_s16, "PAD", "int16");
ARM_PAD_KERNEL(arm_pad_f32, "PAD", "float32");

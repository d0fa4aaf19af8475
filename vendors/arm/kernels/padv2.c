#include "arm_kernels.h"
#include "shared/pad.h"

ARM_PAD_KERNEL(arm_padv2_s8, "PADV2", "int8");
ARM_PAD_KERNEL(arm_padv2_s16, "PADV2", "int16");
ARM_PAD_KERNEL(arm_padv2_f32, "PADV2", "float32");

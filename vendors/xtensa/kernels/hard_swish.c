#include <thimble/kit/hard_swish.h>

#include "kernels.h"
#include "shared/look_up.h"

THIMBLE_KERNEL(hard_swish_s8, "HARD_SWISH", "int8 -> int8", THIMBLE_EXACT_REQUANTIZED, .in_place = 1,
               .prepare = thimble_prepare_hard_swish_s8, .invoke = look_up_s8);

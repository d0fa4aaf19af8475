#include <thimble/kit/hard_swish.h>
#include <thimble/kit/unary.h>

#include "portable_kernels.h"
#include "shared/map.h"
#include "shared/plain.h"

static const thimble_range_f32 zero_to_six = {0, 6};

MAP_INVOKE(invoke_f32, float, float, thimble_count, x * clamp_f32(x + 3, &zero_to_six) / 6)

THIMBLE_TABLE_KERNEL(hard_swish_s8, "HARD_SWISH", thimble_prepare_hard_swish_s8);
THIMBLE_KERNEL(hard_swish_f32, "HARD_SWISH", "float32 -> float32", THIMBLE_WITHIN_TOLERANCE, .in_place = 1,
               .prepare = thimble_prepare_count, .invoke = invoke_f32);

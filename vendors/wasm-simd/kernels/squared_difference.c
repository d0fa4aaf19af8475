#include "arithmetic/elementwise_plain.h"
#include "kernels.h"
#include "shared/binary_kernel.h"

BINARY_KERNEL(squared_difference_f32, "SQUARED_DIFFERENCE", "float32", THIMBLE_WITHIN_TOLERANCE, plain_binary_prepare,
              squared_difference_row_f32);

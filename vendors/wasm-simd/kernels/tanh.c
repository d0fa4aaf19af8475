#include <thimble/kit/sigmoidal.h>

#include "arithmetic/sigmoid_rows_s16.h"
#include "arithmetic/unary_f32.h"
#include "kernels.h"
#include "shared/count_record.h"
#include "shared/table_kernel.h"

static thimble_status invoke_s16(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_sigmoidal_s16 *record = node->data;
  tanh_s16_row(record->argument, thimble_input(node, 0)->data, thimble_output(node, 0)->data, record->count);
  return THIMBLE_OK;
}

TABLE_KERNEL(tanh_s8, "TANH", thimble_prepare_tanh_s8);
UNARY_F32_KERNEL(tanh_f32, "TANH", tanh_row_f32(in, out, n));

const thimble_kernel tanh_s16 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "tanh_s16",
    .operator_name = "TANH",
    .types = "int16 -> int16",
    THIMBLE_EXACT_REQUANTIZED,
    .prepare = thimble_prepare_tanh_s16,
    .invoke = invoke_s16,
};

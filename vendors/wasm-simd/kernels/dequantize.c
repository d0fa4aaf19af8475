#include "arithmetic/quantize_row.h"
#include "kernels.h"
#include <thimble/kit/glue.h>

typedef struct {
  float scale;
  int32_t zero_point;
  int32_t count;
} dequantize_record;

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_tensor_info *info = thimble_input_info(host, node, 0);
  const dequantize_record values = {info->scale, info->zero_point, (int32_t)info->element_count};
  dequantize_record *record = host->allocate_persistent(host, node, sizeof *record);
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  *record = values;
  return THIMBLE_OK;
}

#define DEQUANTIZE_KERNEL(type, element)                                                           \
  static thimble_status invoke_##type(const thimble_host *host, thimble_node *node) {              \
    (void)host;                                                                                    \
    const dequantize_record *record = node->data;                                                  \
    dequantize_row_##type(record->scale, record->zero_point, thimble_input(node, 0)->data,         \
                          thimble_output(node, 0)->data, record->count);                           \
    return THIMBLE_OK;                                                                             \
  }                                                                                                \
  const thimble_kernel dequantize_##type = {                                                       \
      .struct_size = sizeof(thimble_kernel),                                                       \
      .name = "dequantize_" #type,                                                                 \
      .operator_name = "DEQUANTIZE",                                                               \
      .types = element " -> float32",                                                              \
      THIMBLE_WITHIN_TOLERANCE,                                                                            \
      .prepare = prepare,                                                                          \
      .invoke = invoke_##type,                                                                     \
  }

DEQUANTIZE_KERNEL(s8, "int8");
DEQUANTIZE_KERNEL(u8, "uint8");
DEQUANTIZE_KERNEL(s16, "int16");

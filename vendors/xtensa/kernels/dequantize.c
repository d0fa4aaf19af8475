#include <thimble/kit/quantize.h>

#include "kernels.h"
#include "shared/hifi_float.h"
#include "shared/stored.h"

static inline void dequantize(const thimble_node *node, const stored_type *type) {
  const thimble_quantize *by = node->data;
  const hifi_int16x4 zero_point = hifi_movda16(by->zero_point);
  const hifi_floatx4 scale = hifi_lsip(&by->scale);
  const int8_t *input = thimble_input(node, 0)->data;
  float *output = thimble_output(node, 0)->data;
  hifi_begin_stores();
  for (int32_t i = 0; i < by->count; i += 4) {
    const int32_t left = by->count - i;
    const hifi_int32x4 centered = hifi_subw16(type->load(input + i * type->bytes, left), zero_point);
    hifi_store_up_to_4_f32(hifi_mul_sx2x2(hifi_float_sx2(centered), scale), output + i, left);
  }
}

#define DEQUANTIZE_KERNEL(type, type_list)                                                   \
  static thimble_status invoke_##type(const thimble_host *host, thimble_node *node) {        \
    (void)host;                                                                              \
    dequantize(node, &stored_##type);                                                        \
    return THIMBLE_OK;                                                                       \
  }                                                                                          \
  THIMBLE_KERNEL(dequantize_##type, "DEQUANTIZE", type_list, THIMBLE_WITHIN_TOLERANCE,       \
                 .prepare = thimble_prepare_dequantize, .invoke = invoke_##type)

DEQUANTIZE_KERNEL(s8, "int8 -> float32");
DEQUANTIZE_KERNEL(u8, "uint8 -> float32");
DEQUANTIZE_KERNEL(s16, "int16 -> float32");

#include <thimble/kit/quantize.h>

#include "kernels.h"
#include "shared/hifi_float.h"
#include "shared/rescale.h"

/* Of integers that 16 bits hold. */
#define REQUANTIZE_KERNEL(from, to, type_list)                                               \
  RESCALE_INVOKE(invoke_##from##_##to, &stored_##from, &stored_##to)                         \
  THIMBLE_KERNEL(quantize_##from##_##to, "QUANTIZE", type_list, THIMBLE_EXACT_REQUANTIZED,   \
                 .prepare = thimble_prepare_requantize, .invoke = invoke_##from##_##to)

REQUANTIZE_KERNEL(s8, s8, "int8 -> int8");
REQUANTIZE_KERNEL(s8, u8, "int8 -> uint8");
REQUANTIZE_KERNEL(s8, s16, "int8 -> int16");
REQUANTIZE_KERNEL(s8, s32, "int8 -> int32");
REQUANTIZE_KERNEL(u8, s8, "uint8 -> int8");
REQUANTIZE_KERNEL(s16, s8, "int16 -> int8");
REQUANTIZE_KERNEL(s16, s16, "int16 -> int16");
REQUANTIZE_KERNEL(s16, s32, "int16 -> int32");

/* x / scale, rounded, and the zero point added, in the type's range; four at a time. */
static inline void quantize_f32(const thimble_node *node, const stored_type *type) {
  const thimble_quantize *by = node->data;
  const hifi_int32x4 zero_point = hifi_movda32(by->zero_point);
  const hifi_floatx4 zero = hifi_float_constant(0);
  const hifi_int16x4 least = hifi_movda16(by->range.min), most = hifi_movda16(by->range.max);
  const hifi_floatx4 scale = hifi_lsip(&by->scale);
  const float *input = thimble_input(node, 0)->data;
  int8_t *output = thimble_output(node, 0)->data;
  hifi_begin_loads();
  for (int32_t i = 0; i < by->count; i += 4) {
    const int32_t left = by->count - i, count = left < 4 ? left : 4;
    const hifi_floatx4 real = hifi_load_up_to_4_f32(input + i, left);
    const hifi_int32x4 units = hifi_round_sx2(hifi_div_sx2(hifi_where_nan(real, real, zero), scale));
    const hifi_int16x4 stored = hifi_minmax16(hifi_sat16x4(hifi_add32s(units, zero_point)), least, most);
    for (int32_t lane = 0; lane < count; lane++, output += type->bytes)
      type->store(hifi_movad16(stored, lane), output);
  }
}

#define QUANTIZE_KERNEL(type, type_list)                                                     \
  static thimble_status invoke_f32_##type(const thimble_host *host, thimble_node *node) {    \
    (void)host;                                                                              \
    quantize_f32(node, &stored_##type);                                                      \
    return THIMBLE_OK;                                                                       \
  }                                                                                          \
  THIMBLE_KERNEL(quantize_f32_##type, "QUANTIZE", type_list, THIMBLE_EXACT_REQUANTIZED,      \
                 .prepare = thimble_prepare_quantize, .invoke = invoke_f32_##type)

QUANTIZE_KERNEL(s8, "float32 -> int8");
QUANTIZE_KERNEL(u8, "float32 -> uint8");
QUANTIZE_KERNEL(s16, "float32 -> int16");

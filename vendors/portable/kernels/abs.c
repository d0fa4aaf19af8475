#include <thimble/kit/rescale.h>
#include <thimble/kit/unary.h>

#include "portable_kernels.h"
#include "shared/map.h"

/* The reference divides the scales in float. Without scales magnitudes are stored as they are, in the bits there are. */
static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_tensor_info *input = thimble_input_info(host, node, 0);
  const int32_t is_quantized = input->scale_count > 0;
  const float factor = is_quantized ? input->scale / thimble_output_info(host, node, 0)->scale : 1;
  thimble_rescaling record = thimble_rescaling_of(host, node, factor, THIMBLE_ACTIVATION_NONE);
  if (!is_quantized) record.output = (thimble_output_quantization){0, thimble_stored_range(THIMBLE_TYPE_INT32)};
  return thimble_keep_record(host, node, &record, sizeof record);
}

static inline int32_t magnitude(int32_t stored, const thimble_rescaling *by) {
  const int32_t centered = stored + by->input_offset;
  return thimble_store(thimble_requantize(centered < 0 ? -centered : centered, by->positive), &by->output);
}

MAP_INVOKE(invoke_s8, int8_t, int8_t, thimble_rescaling, magnitude(x, by))
MAP_INVOKE(invoke_s16, int16_t, int16_t, thimble_rescaling, magnitude(x, by))
MAP_INVOKE(invoke_f32, float, float, thimble_count, __builtin_fabsf(x))

THIMBLE_KERNEL(abs_s8, "ABS", "int8 -> int8", THIMBLE_EXACT_REQUANTIZED, .in_place = 1, .prepare = prepare,
               .invoke = invoke_s8);
THIMBLE_KERNEL(abs_s16, "ABS", "int16 -> int16", THIMBLE_EXACT_REQUANTIZED, .in_place = 1, .prepare = prepare,
               .invoke = invoke_s16);
THIMBLE_KERNEL(abs_f32, "ABS", "float32 -> float32", THIMBLE_WITHIN_TOLERANCE, .in_place = 1,
               .prepare = thimble_prepare_count, .invoke = invoke_f32);

#include <thimble/kit/requantize.h>

#include "arithmetic/quantize_row.h"
#include "kernels.h"
#include "shared/table_kernel.h"

typedef struct {
  requantization quantization;
  /* Only from float. */
  float scale;
  int32_t count;
} quantize_record;

static requantization quantization_of(const thimble_host *host, const thimble_node *node) {
  const thimble_tensor_info *input = thimble_input_info(host, node, 0), *output = thimble_output_info(host, node, 0);
  return (requantization){
      .input_zero_point = input->zero_point,
      .factor = thimble_quantize_multiplier((double)input->scale / (double)output->scale),
      .output = thimble_output_quantization_of(host, node, THIMBLE_ACTIVATION_NONE),
  };
}

static int32_t requantize_stored(int32_t stored, const requantization *q) {
  const int32_t scaled = thimble_requantize(stored - q->input_zero_point, q->factor);
  const int32_t value = (int32_t)((uint32_t)scaled + (uint32_t)q->output.zero_point);
  return thimble_clamp(value, q->output.range.min, q->output.range.max);
}

static int32_t requantize_s8(int32_t stored, const void *quantization) {
  return requantize_stored(stored, quantization);
}

static int32_t requantize_u8(int32_t stored, const void *quantization) {
  return requantize_stored((uint8_t)stored, quantization);
}

/* From one byte to another there is a table. */
static thimble_status prepare_bytes(const thimble_host *host, thimble_node *node) {
  const requantization q = quantization_of(host, node);
  const int is_unsigned = thimble_input(node, 0)->type == THIMBLE_TYPE_UINT8;
  return prepare_table(host, node, is_unsigned ? requantize_u8 : requantize_s8, &q);
}

static thimble_status prepare_rows(const thimble_host *host, thimble_node *node) {
  const thimble_tensor_info *output = thimble_output_info(host, node, 0);
  const quantize_record values = {
      .quantization = quantization_of(host, node),
      .scale = output->scale,
      .count = (int32_t)output->element_count,
  };
  quantize_record *record = host->allocate_persistent(host, node, sizeof *record);
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  *record = values;
  return THIMBLE_OK;
}

static thimble_status requantize_with(const thimble_node *node, requantize_row f) {
  const quantize_record *record = node->data;
  f(&record->quantization, thimble_input(node, 0)->data, thimble_output(node, 0)->data, record->count);
  return THIMBLE_OK;
}

static thimble_status quantize_with(const thimble_node *node, quantize_row f) {
  const quantize_record *record = node->data;
  f(record->scale, &record->quantization.output, thimble_input(node, 0)->data, thimble_output(node, 0)->data,
    record->count);
  return THIMBLE_OK;
}

#define QUANTIZE_KERNEL(kernel_name, types_of_it, prepare_function, invoke_function) \
  const thimble_kernel kernel_name = {                                               \
      .struct_size = sizeof(thimble_kernel),                                         \
      .name = #kernel_name,                                                          \
      .operator_name = "QUANTIZE",                                                   \
      .types = types_of_it,                                                          \
      THIMBLE_EXACT_REQUANTIZED,                                                             \
      .prepare = prepare_function,                                                   \
      .invoke = invoke_function,                                                     \
  }

#define ROW_KERNEL(kernel_name, types_of_it, apply)                                          \
  static thimble_status kernel_name##_invoke(const thimble_host *host, thimble_node *node) { \
    (void)host;                                                                              \
    return apply;                                                                            \
  }                                                                                          \
  QUANTIZE_KERNEL(kernel_name, types_of_it, prepare_rows, kernel_name##_invoke)

QUANTIZE_KERNEL(quantize_s8_s8, "int8 -> int8", prepare_bytes, table_invoke);
QUANTIZE_KERNEL(quantize_s8_u8, "int8 -> uint8", prepare_bytes, table_invoke);
QUANTIZE_KERNEL(quantize_u8_s8, "uint8 -> int8", prepare_bytes, table_invoke);
ROW_KERNEL(quantize_f32_s8, "float32 -> int8", quantize_with(node, quantize_row_s8));
ROW_KERNEL(quantize_f32_u8, "float32 -> uint8", quantize_with(node, quantize_row_u8));
ROW_KERNEL(quantize_f32_s16, "float32 -> int16", quantize_with(node, quantize_row_s16));
ROW_KERNEL(quantize_s8_s16, "int8 -> int16", requantize_with(node, requantize_row_s8_s16));
ROW_KERNEL(quantize_s8_s32, "int8 -> int32", requantize_with(node, requantize_row_s8_s32));
ROW_KERNEL(quantize_s16_s8, "int16 -> int8", requantize_with(node, requantize_row_s16_s8));
ROW_KERNEL(quantize_s16_s16, "int16 -> int16", requantize_with(node, requantize_row_s16_s16));
ROW_KERNEL(quantize_s16_s32, "int16 -> int32", requantize_with(node, requantize_row_s16_s32));
ROW_KERNEL(quantize_s32_s8, "int32 -> int8", requantize_with(node, requantize_row_s32_s8));
ROW_KERNEL(quantize_s32_s16, "int32 -> int16", requantize_with(node, requantize_row_s32_s16));

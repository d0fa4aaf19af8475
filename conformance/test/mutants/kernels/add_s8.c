/* ADD in int8: both terms go to twice the greater scale, with 20 bits to spare, and their sum to the output's. */
#include "kernel.h"

#define SPARE_BITS 20

typedef struct {
  int32_t strides[THIMBLE_MAX_RANK];
  int32_t zero_point;
  thimble_multiplier factor;
} term;

typedef struct {
  term first;
  term second;
  thimble_multiplier factor;
  output_stage output;
} add_record;

static term term_of(const thimble_host *host, const thimble_node *node, uint32_t index, double common_scale) {
  const thimble_tensor_info *info = input_info(host, node, index);
  term result = {.zero_point = info->zero_point, .factor = thimble_quantize_multiplier(info->scale / common_scale)};
  thimble_broadcast_strides(thimble_input(node, index), thimble_output(node, 0)->rank, result.strides);
  return result;
}

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_add_params *params = node->params;
  const double first = input_info(host, node, 0)->scale, second = input_info(host, node, 1)->scale;
  const double common_scale = 2 * (first > second ? first : second);
  add_record *record = host->allocate_persistent(host, node, sizeof *record);
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  record->first = term_of(host, node, 0, common_scale);
  record->second = term_of(host, node, 1, common_scale);
  const double spare_scale = (1 << SPARE_BITS) * (double)output_info(host, node)->scale;
  record->factor = thimble_quantize_multiplier(common_scale / spare_scale);
  record->output = output_stage_of(host, node, params->activation);
  return THIMBLE_OK;
}

static int32_t scaled_term(int32_t stored, const term *own) {
  return thimble_requantize((stored - own->zero_point) * (1 << SPARE_BITS), own->factor);
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const add_record *record = node->data;
  const int8_t *first = thimble_input(node, 0)->data, *second = thimble_input(node, 1)->data;
  int8_t *output = thimble_output(node, 0)->data;
  const int32_t *dims = thimble_output(node, 0)->dims, rank = thimble_output(node, 0)->rank;
  for (int32_t i = 0; i < thimble_element_count(thimble_output(node, 0)); i++) {
    const int8_t a = first[strided_index(dims, rank, record->first.strides, i)];
    const int8_t b = second[strided_index(dims, rank, record->second.strides, i)];
    const int32_t sum = wrapping_add(scaled_term(a, &record->first), scaled_term(b, &record->second));
    output[i] = (int8_t)stored_output(thimble_requantize(sum, record->factor), &record->output);
  }
  return THIMBLE_OK;
}

static const thimble_kernel add_s8 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "add_s8",
    .operator_name = "ADD",
    .types = "int8, int8 -> int8",
    .rounding = THIMBLE_ROUNDING_DOUBLE,
    .exactness = THIMBLE_EXACTNESS_EXACT,
    .in_place = 1,
    .prepare = prepare,
    .invoke = invoke,
};

DEFINE_PACK_OF(add_s8);

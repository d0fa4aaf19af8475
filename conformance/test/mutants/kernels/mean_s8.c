/* MEAN in int8: the sums of all outputs grow in scratch while the input is read once. */
#include "kernel.h"

typedef struct {
  /* Elements that make up one output. */
  int32_t count;
  int32_t input_zero_point;
  thimble_multiplier factor;
  /* Elements of the output between neighbours along each dimension of the input; 0 where it is reduced. */
  int32_t strides[THIMBLE_MAX_RANK];
  output_stage output;
} mean_record;

/* factor / count: the multiplier is shifted up by the bits of the count first, as far as the shift allows. */
static thimble_multiplier divided(thimble_multiplier factor, int32_t count) {
  const int32_t count_bits = 31 - __builtin_clz((uint32_t)count), most = 31 + factor.shift;
  const int32_t bits = count_bits < most ? count_bits : most;
  const int64_t multiplier = ((int64_t)factor.multiplier << bits) / count;
  return (thimble_multiplier){(int32_t)multiplier, factor.shift - bits};
}

/* The strides of the kept dimensions; returns the number of elements along the reduced ones. */
static int32_t prepare_strides(const thimble_node *node, int32_t *strides) {
  const thimble_mean_params *params = node->params;
  const thimble_tensor *input = thimble_input(node, 0);
  int32_t count = 1, stride = 1;
  for (int32_t d = input->rank - 1; d >= 0; d--) {
    strides[d] = params->reduced[d] ? 0 : stride;
    if (params->reduced[d]) count *= input->dims[d];
    else stride *= input->dims[d];
  }
  return count;
}

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_tensor_info *input = input_info(host, node, 0), *output = output_info(host, node);
  mean_record *record = host->allocate_persistent(host, node, sizeof *record);
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  const thimble_multiplier factor = thimble_quantize_multiplier((double)input->scale / (double)output->scale);
  record->count = prepare_strides(node, record->strides);
  record->input_zero_point = input->zero_point;
  record->factor = divided(factor, record->count > 0 ? record->count : 1);
  record->output = output_stage_of(host, node, THIMBLE_ACTIVATION_NONE);
  return host->request_scratch(host, node, output->element_count * sizeof(int32_t));
}

static int8_t stored_mean(int32_t sum, const mean_record *record) {
  /* The mean of nothing is stored as 0. */
  if (record->count == 0) return 0;
  const uint32_t of_zero_point = (uint32_t)record->input_zero_point * (uint32_t)record->count;
  const int32_t centered = (int32_t)((uint32_t)sum - of_zero_point);
  return (int8_t)stored_output(thimble_requantize(centered, record->factor), &record->output);
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const mean_record *record = node->data;
  const thimble_tensor *tensor = thimble_input(node, 0);
  const int8_t *input = tensor->data;
  int8_t *output = thimble_output(node, 0)->data;
  const int32_t count = thimble_element_count(tensor), output_count = thimble_element_count(thimble_output(node, 0));
  int32_t *sums = node->scratch;
  for (int32_t i = 0; i < output_count; i++) sums[i] = 0;
  for (int32_t i = 0; i < count; i++) {
    int32_t *sum = sums + strided_index(tensor->dims, tensor->rank, record->strides, i);
    *sum = wrapping_add(*sum, input[i]);
  }
  for (int32_t i = 0; i < output_count; i++) output[i] = stored_mean(sums[i], record);
  return THIMBLE_OK;
}

static const thimble_kernel mean_s8 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "mean_s8",
    .operator_name = "MEAN",
    .types = "int8, int32 -> int8",
    .rounding = THIMBLE_ROUNDING_DOUBLE,
    .exactness = THIMBLE_EXACTNESS_EXACT,
    .prepare = prepare,
    .invoke = invoke,
};

DEFINE_PACK_OF(mean_s8);
